package twiza.staff;

import java.time.Instant;
import java.time.LocalDate;

/** The daily mail about what waits. */
public interface Digests {

  /**
   * Has the region's moderators told of what waits, once a day.
   *
   * @return false when that day's digest was announced before
   */
  boolean announce(String region, LocalDate day, Instant now);
}
