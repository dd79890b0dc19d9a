package twiza.idea;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What waits for a moderator of a region, or was reported by the public, oldest first. */
public interface Queue {

  /**
   * @param revision the one that waits
   * @param correction whether another revision is published meanwhile
   * @param corrected whether what waits is not the first text
   * @param closedTo the moderator who may not decide about it, since they have rejected it before
   * @param notices what was said about its waiting
   */
  record Waiting(
      String id,
      int revision,
      boolean correction,
      boolean corrected,
      String title,
      String province,
      String sector,
      Set<Flag> flags,
      Instant since,
      Optional<String> closedTo,
      Set<Notice> notices) {}

  Listing<Waiting> waiting(String region, String cursor, int limit);

  /**
   * The ids of ideas of a region that are in a state in which none waits, unchanged since an
   * instant, oldest first; read page by page while it is consumed. Erased ones are left out.
   */
  Stream<String> unchangedSince(String region, State state, Instant since);

  /** All that waits at least since an instant, read page by page while it is consumed. */
  Stream<Waiting> waitingSince(String region, Instant since);
}
