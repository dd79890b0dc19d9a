package twiza.idea;

/**
 * What a moderator should know of an idea. No flag decides anything, but that nothing is published
 * with {@link #NO_CONSENT}, and nobody is reminded of what is {@link #IMPORTED}.
 */
public enum Flag {
  /** Nobody knows yet whether the contact is the author's. */
  CONTACT_UNCONFIRMED,
  /** The form came back faster than a person can fill it in. */
  FILLED_TOO_FAST,
  /** A field that people cannot see was filled in. */
  HONEYPOT,
  MANY_FROM_CONTACT,
  MANY_FROM_SOURCE,
  /** The author's consent is not recorded: approving has to wait for it. */
  NO_CONSENT,
  /** It came in with a whole file, and no moderator has decided about it yet. */
  IMPORTED,
  /** Staff called and found that the contact is not the author's. */
  UNREACHABLE,
  /** The public reported it, and no moderator has decided about that yet. */
  REPORTED
}
