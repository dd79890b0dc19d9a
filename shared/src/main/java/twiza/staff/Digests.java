package twiza.staff;

import java.time.Instant;
import java.time.LocalDate;

/** The daily mail about what waits. */
public interface Digests {

  /**
   * Has those of the region's moderators told of what waits who want to hear of it at this hour.
   *
   * @param hour of the day, in Morocco
   * @return false when that hour's digest was announced before
   */
  boolean announce(String region, LocalDate day, int hour, Instant now);
}
