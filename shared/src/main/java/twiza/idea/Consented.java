package twiza.idea;

/** Where an author's consent was given. */
public enum Consented {
  ONLINE,
  PAPER,
  PHONE,
  /** No consent is recorded: nothing may be published. */
  NONE
}
