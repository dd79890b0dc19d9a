package twiza.idea;

import java.time.Instant;
import java.util.Set;

/** What waits for a moderator of a region, oldest first. */
public interface Queue {

  /**
   * @param revision the one that waits
   * @param correction whether another revision is published meanwhile
   */
  record Waiting(
      String id,
      int revision,
      boolean correction,
      String title,
      String province,
      String sector,
      Set<Flag> flags,
      Instant since) {}

  Listing<Waiting> waiting(String region, String cursor, int limit);
}
