package twiza.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Counts how often somebody did something within an hour of the clock. */
public interface Limits {

  /**
   * Counts once more.
   *
   * @param who a fingerprint or an opaque id, never an address
   * @return how often by now, this time included
   */
  int count(String what, String who, Instant now);

  /** How long until every count begins anew. */
  static Duration untilNextHour(Instant now) {
    return Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
  }
}
