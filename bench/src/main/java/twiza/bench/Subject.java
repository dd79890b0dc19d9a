package twiza.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is started.
 *
 * @param folder where its zip is unpacked
 * @param event a fresh one for each start
 * @param expected a part of the right answer
 */
record Subject(
    String name,
    String handler,
    Path zip,
    Path folder,
    Map<String, String> environment,
    Supplier<String> event,
    String expected) {

  /** The same under another name, for another of its events. */
  Subject named(String other) {
    return new Subject(other, handler, zip, folder, environment, event, expected);
  }
}
