package twiza.idea;

import java.time.Instant;
import java.util.Optional;

/** The authors of a region who have to be called, oldest first. */
public interface Calls {

  /**
   * @param attempts how often nobody answered
   * @param told what they have to hear of; empty once it is not in the history
   * @param author as they are when the page is read; empty when erased meanwhile
   */
  record ToCall(
      String id,
      String title,
      Call.Why why,
      Instant since,
      int attempts,
      Optional<Told> told,
      Optional<Author> author) {}

  /**
   * @param kind code of an event
   * @param reason given by the moderator; empty when none was
   */
  record Told(String kind, String reason) {}

  /**
   * @param cursor from the page before it; empty for the first
   * @param limit at most 50
   */
  Listing<ToCall> waiting(String region, String cursor, int limit);
}
