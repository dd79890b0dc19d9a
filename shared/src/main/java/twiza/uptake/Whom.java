package twiza.uptake;

/** One of the two who have to hear of each other. */
public enum Whom {
  AUTHOR,
  /** Whoever asks for the idea. */
  PARTY
}
