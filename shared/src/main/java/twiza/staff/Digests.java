package twiza.staff;

import java.time.Instant;
import java.time.LocalDate;

/** The daily mail about what waits. */
public interface Digests {

  /**
   * Has those of the region's moderators told of what waits who want to hear of it at this hour; or
   * notes that the hour came and nothing waited, so that what comes after it waits for the next.
   *
   * @param hour of the day, in Morocco
   * @return false when that hour was settled before
   */
  boolean settle(String region, LocalDate day, int hour, boolean somethingWaits, Instant now);
}
