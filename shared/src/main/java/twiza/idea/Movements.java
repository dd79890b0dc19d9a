package twiza.idea;

import java.time.Instant;
import java.util.List;

/** What happened to ideas, whatever it was, in the order of time. */
public interface Movements {

  /**
   * @param idea id
   * @param place among what happened in its region: begins with the instant, and no other has it
   */
  record Movement(String idea, String place) {}

  /**
   * Everything that happened to ideas of a region from an instant on. What was written in the last
   * moments may be missing.
   *
   * @param region code
   * @param now the end of the last month that is looked at
   */
  List<Movement> since(String region, Instant from, Instant now);
}
