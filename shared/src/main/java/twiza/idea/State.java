package twiza.idea;

/** Where an idea stands in its life. */
public enum State {
  /** Sent with an e-mail address that nobody has confirmed yet. */
  UNCONFIRMED,
  /** Waits for a moderator. */
  PENDING,
  /** A moderator asked the author to change something first. */
  CHANGES_REQUESTED,
  /** In the public bank; a proposed revision may wait beside the published one. */
  PUBLISHED,
  REJECTED,
  /** Taken out of the bank by a moderator. */
  UNPUBLISHED,
  /** Taken back, or erased, by its author. */
  WITHDRAWN,
  /** Never confirmed in time. */
  EXPIRED
}
