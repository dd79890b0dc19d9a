package twiza.uptake;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * How long what may take.
 *
 * @param remind after which a silent author is reminded
 * @param call after which a silent author is called
 * @param release after which whoever asked is told that nobody answers, and is free
 * @param reservation for which a province is kept for whom the author has agreed to
 * @param followUp after which they are asked how it is going
 */
public record Terms(
    Duration remind, Duration call, Duration release, Duration reservation, Period followUp) {

  public static final Terms USUAL =
      new Terms(
          Duration.ofDays(14),
          Duration.ofDays(30),
          Duration.ofDays(60),
          Duration.ofDays(90),
          Period.ofMonths(6));

  /** Who asked by mail has so long to confirm it. */
  public static final Duration CONFIRM_BY_MAIL = Duration.ofDays(7);

  /** Who left a number has to be called within this time. */
  public static final Duration CONFIRM_BY_PHONE = Duration.ofDays(60);

  /** So long before a reservation ends its holder is told. */
  public static final Duration WARNING = Duration.ofDays(14);

  /** So long after the end of it all their contact is forgotten. */
  public static final Duration FORGET = Duration.ofDays(90);

  /** So long after they have joined an author their contact is forgotten. */
  public static final Duration FORGET_JOINED = Duration.ofDays(365);

  /** Whoever was asked so often without an answer no longer follows the idea. */
  public static final int MOST_UNANSWERED = 2;

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  Instant nextFollowUp(Instant from) {
    return from.atZone(MOROCCO).plus(followUp).toInstant();
  }
}
