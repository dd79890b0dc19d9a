package twiza.idea;

/** How an idea came in. */
public enum Source {
  /** Its author sent it on the site. */
  ONLINE,
  /** Its author sent it in the room of a live round: the contact is confirmed afterwards. */
  ROOM,
  /** Staff typed what came on paper. */
  PAPER,
  /** Staff typed what they heard on the phone. */
  PHONE,
  /** Staff brought it in with others, out of a file. */
  IMPORT;

  /** Whether staff entered it for its author. */
  public boolean isOnBehalf() {
    return this == PAPER || this == PHONE || this == IMPORT;
  }

  /** Whether a moderator may look at it before its contact is confirmed. */
  boolean isUnconfirmedAtFirst() {
    return this != ONLINE;
  }
}
