package twiza.round;

/** What a round says to an idea that is sent for it. */
public enum Door {
  OPEN,
  /** It is not announced, or not open yet. */
  NOT_YET,
  LATE,
  CANCELLED
}
