package twiza.watch;

import java.util.Optional;
import org.slf4j.MDC;

/**
 * The id that everything done for one request is logged with: by the function that answers it, by
 * the one that finds its event in the stream, by the one that sends the mail.
 */
public final class Trace {

  private static final String FIELD = "correlation_id";

  private Trace() {}

  /**
   * From here on this thread works for the request of that id.
   *
   * @param id null or empty for one that nobody has named
   */
  public static void follow(String id) {
    if (id == null || id.isEmpty()) {
      MDC.remove(FIELD);
    } else {
      MDC.put(FIELD, id);
    }
  }

  public static Optional<String> current() {
    return Optional.ofNullable(MDC.get(FIELD));
  }
}
