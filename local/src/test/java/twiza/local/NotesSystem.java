package twiza.local;

import java.nio.file.Path;

/** The small system of the tests. */
final class NotesSystem {
  static final Path TEMPLATE = Path.of("src/test/resources/notes.yaml").toAbsolutePath();

  private NotesSystem() {}

  static Options in(Path folder) {
    return Options.of(folder).template(TEMPLATE).port(0);
  }
}
