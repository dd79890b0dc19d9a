package twiza.board;

/** What a delegation counts, in the order in which it happens. */
public enum Milestone {
  /** An idea came to the moderators for the first time. */
  RECEIVED,
  /** It went into the bank for the first time. */
  APPROVED,
  /** An author agreed to whoever asked to build it, or began to build it. */
  TAKEN_UP,
  /** A cooperative that came out of it is in the register. */
  REGISTERED,
  /** That cooperative works. */
  RUNNING
}
