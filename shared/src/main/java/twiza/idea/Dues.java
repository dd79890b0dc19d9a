package twiza.idea;

import java.time.Instant;
import java.util.stream.Stream;

/** What has a date on which something must happen. */
public interface Dues {

  /**
   * @param kind the aggregate, such as {@code IDEA}
   */
  record Due(String kind, String id, Instant at) {}

  /** Everything due by an instant, oldest first; read page by page while it is consumed. */
  Stream<Due> by(Instant now);
}
