package twiza.round;

/**
 * Something that a round lacks before it can be announced.
 *
 * @param which of several, and in which language, such as {@code TITLE AR}; may be empty
 */
public record Missing(What what, String which) {

  public enum What {
    TEXT,
    PRIZE,
    CRITERION,
    /** The weights don't add up to a hundred. */
    WEIGHTS,
    /** The criterion that parts ties is none of the rubric. */
    PRIORITY,
    /** The round would have to open in the past. */
    OPENING_PAST
  }
}
