package twiza.idea;

/** Why an idea's life does not allow what was asked. */
public enum Refusal {
  /** The idea was never confirmed in time. */
  EXPIRED,
  /** The author has taken the idea back. */
  WITHDRAWN,
  /** The idea was rejected again after its author had answered: nothing corrects it any more. */
  REJECTED,
  /** Only a published idea can stay in the bank without its author, or be unpublished. */
  NOT_PUBLISHED,
  /** What was decided or corrected is not the text as it stands. */
  OTHER_REVISION,
  /** Every choice but approving needs a reason. */
  REASON_REQUIRED,
  /** Whoever rejected an idea does not decide about its author's answer. */
  SECOND_MODERATOR,
  /** Nothing is published without its author's recorded consent. */
  CONSENT_REQUIRED,
  /** It takes no part in that round, or no longer. */
  NOT_ENTERED,
  /** It did not win there. */
  NOT_A_WINNER,
  /** A translation is into another language than the author's. */
  SAME_LANGUAGE
}
