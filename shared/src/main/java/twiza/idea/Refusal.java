package twiza.idea;

/** Why an idea's life does not allow what was asked. */
public enum Refusal {
  /** The idea was never confirmed in time. */
  EXPIRED,
  /** The author has taken the idea back. */
  WITHDRAWN,
  /** A moderator has rejected the idea: its author cannot correct it any more. */
  REJECTED,
  /** Only a published idea can stay in the bank without its author, or be unpublished. */
  NOT_PUBLISHED,
  /** What was decided or corrected is not the text as it stands. */
  OTHER_REVISION,
  /** Every choice but approving needs a reason. */
  REASON_REQUIRED
}
