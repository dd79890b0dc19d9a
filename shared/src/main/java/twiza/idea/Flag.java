package twiza.idea;

/** What a moderator should know of how an idea came in. A flag never decides anything by itself. */
public enum Flag {
  /** Sent with a phone number only, which no one has called yet. */
  CONTACT_UNCONFIRMED,
  /** The form came back faster than a person can fill it in. */
  FILLED_TOO_FAST,
  /** A field that people cannot see was filled in. */
  HONEYPOT,
  MANY_FROM_CONTACT,
  MANY_FROM_SOURCE
}
