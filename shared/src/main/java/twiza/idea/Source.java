package twiza.idea;

/** How an idea came in. */
public enum Source {
  /** Its author sent it on the site. */
  ONLINE,
  /** Staff typed what came on paper. */
  PAPER,
  /** Staff typed what they heard on the phone. */
  PHONE,
  /** Staff brought it in with others, out of a file. */
  IMPORT;

  /** Whether staff entered it for its author. */
  public boolean isOnBehalf() {
    return this != ONLINE;
  }
}
