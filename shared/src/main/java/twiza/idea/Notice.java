package twiza.idea;

/** What was said about an idea that waits too long. */
public enum Notice {
  /** The moderators of the region were reminded. */
  REMINDED,
  /** The organisers of the region were told. */
  ESCALATED
}
