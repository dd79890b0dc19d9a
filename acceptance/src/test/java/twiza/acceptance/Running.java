package twiza.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import twiza.local.LocalRunner;

/**
 * The whole system, started once for all tests of this module on a free port and an empty folder.
 */
final class Running {

  private static final LocalRunner SYSTEM = start();
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private Running() {}

  private static LocalRunner start() {
    try {
      LocalRunner runner =
          LocalRunner.start(
              LocalRunner.Options.on(0, Files.createTempDirectory("twiza-acceptance")));
      Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
      return runner;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static URI baseUrl() {
    return SYSTEM.baseUrl();
  }

  static LocalRunner system() {
    return SYSTEM;
  }

  /** Somebody at a network address of their own. */
  static Caller anybody() {
    int n = PEOPLE.incrementAndGet();
    return new Caller(baseUrl())
        .from("10." + n / 65536 % 256 + "." + n / 256 % 256 + "." + n % 256);
  }

  /** An address that nobody else uses. */
  static String newAddress(String name) {
    return name + "-" + PEOPLE.incrementAndGet() + "@example.org";
  }

  static Inbox inboxOf(String address) {
    return new Inbox(anybody(), address);
  }

  static Inbox moderator() {
    return inboxOf("moderator@example.org");
  }
}
