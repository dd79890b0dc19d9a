package twiza.round;

import java.time.Duration;
import java.time.Instant;

/**
 * When a round moves on. The instants are those announced; none is before the one it follows, and
 * the round is open for some time.
 *
 * @param grace for which ideas are still taken after the announced close; declared in the rules
 */
public record Schedule(
    Instant opensAt,
    Instant submissionsCloseAt,
    Instant judgingOpensAt,
    Instant judgingClosesAt,
    Duration grace) {

  /** Between the close and the jury, unless the organiser says otherwise. */
  public static final Duration SCREENING = Duration.ofDays(3);

  /** For which the jury reads, unless the organiser says otherwise. */
  public static final Duration JUDGING = Duration.ofDays(14);

  /** The same in a room: results are to be there a quarter of an hour after the close. */
  public static final Duration LIVE_JUDGING = Duration.ofMinutes(10);

  public static final Duration LONGEST_GRACE = Duration.ofHours(1);

  public Schedule {
    if (!isInOrder(opensAt, submissionsCloseAt, judgingOpensAt, judgingClosesAt, grace)) {
      throw new IllegalArgumentException("dates out of order");
    }
  }

  /** Whether these make a schedule. */
  public static boolean isInOrder(
      Instant opensAt,
      Instant submissionsCloseAt,
      Instant judgingOpensAt,
      Instant judgingClosesAt,
      Duration grace) {
    return opensAt.isBefore(submissionsCloseAt)
        && !judgingOpensAt.isBefore(submissionsCloseAt.plus(grace))
        && judgingOpensAt.isBefore(judgingClosesAt)
        && !grace.isNegative()
        && grace.compareTo(LONGEST_GRACE) <= 0;
  }

  /** The last instant at which an idea may be sent. */
  public Instant takesUntil() {
    return submissionsCloseAt.plus(grace);
  }
}
