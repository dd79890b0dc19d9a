package twiza.round;

/** Which order of the ideas counts. */
public enum Ranking {
  /** Lenient and harsh jurors are allowed for. */
  ADJUSTED,
  /** The mean of the marks as they were given. */
  RAW
}
