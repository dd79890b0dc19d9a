package twiza.board;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody at the delegation should look at today.
 *
 * @param count how many of it there are
 * @param more whether there are more than that
 * @param oldest since when the first of it is there, or until when it has time, where that is known
 */
public record Matter(Kind kind, int count, boolean more, Optional<Instant> oldest) {

  public enum Kind {
    /** What waits for a moderator. */
    WAITING,
    /** What has waited for longer than it should. */
    OVERDUE,
    /** Authors, and those who want to build an idea, whom somebody has to call. */
    TO_CALL,
    /** What waits for a moderator and is to be judged in a round. */
    UNDECIDED_ENTRIES,
    /** Whom a province is kept for, not much longer, and who has not begun. */
    RESERVATIONS_ENDING,
    /** What the territory needs and no published idea answers. */
    NEEDS_WITHOUT_IDEAS
  }

  /** So many are counted of each. */
  public static final int MOST = 100;
}
