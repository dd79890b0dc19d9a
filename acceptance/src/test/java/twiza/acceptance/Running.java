package twiza.acceptance;

import java.net.URI;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import twiza.acceptance.cloud.EmulatedCloud;
import twiza.local.LocalRunner;
import twiza.local.Options;
import twiza.local.RunningSystem;

/**
 * The whole system, started once for all tests of this module on a free port and an empty folder;
 * or, with the property {@code twiza.cloud}, deployed to the emulated cloud.
 */
final class Running {

  private static final boolean IN_THE_CLOUD = Boolean.getBoolean("twiza.cloud");
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private Running() {}

  private static final class Local {
    static final RunningSystem SYSTEM = start();
  }

  private static RunningSystem start() {
    try {
      Options options =
          Options.of(Options.project()).port(0).data(Files.createTempDirectory("twiza-acceptance"));
      RunningSystem system = LocalRunner.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(system::close));
      return system;
    } catch (Exception e) {
      throw new IllegalStateException("the system does not start", e);
    }
  }

  static RunningSystem system() {
    return Local.SYSTEM;
  }

  static URI baseUrl() {
    return IN_THE_CLOUD ? EmulatedCloud.deployed().siteUrl() : URI.create(system().baseUrl());
  }

  /** Where the pages of a station's site come from, as a browser says. */
  static String origin(Station station) {
    URI address = station.address();
    return IN_THE_CLOUD
        ? EmulatedCloud.deployed().output("SiteUrl")
        : address.getScheme() + "://" + address.getAuthority();
  }

  /** The address of the table service, for a client of a test's own. */
  static URI tableEndpoint() {
    return IN_THE_CLOUD ? EmulatedCloud.deployed().endpoint() : system().tableEndpoint();
  }

  static String tableName() {
    return IN_THE_CLOUD ? EmulatedCloud.deployed().tableName() : system().tableName("Table");
  }

  /** Somebody at a network address of their own. */
  static Caller anybody() {
    return new Caller(baseUrl()).from(newSource());
  }

  /** What a browser sends along, to be at a network address of its own. */
  static Map<String, String> headersOfAnybody() {
    return Map.of("X-Local-Source-Ip", newSource());
  }

  private static String newSource() {
    int n = PEOPLE.incrementAndGet();
    return "10." + n / 65536 % 256 + "." + n / 256 % 256 + "." + n % 256;
  }

  /** An address that nobody else uses. */
  static String newAddress(String name) {
    return name + "-" + PEOPLE.incrementAndGet() + "@example.org";
  }

  /** The same words, told apart from all others. */
  static String unique(String words) {
    return words + " " + PEOPLE.incrementAndGet();
  }

  /** The end of a phone number that nobody else has. */
  static String eightDigits() {
    return String.format(Locale.ROOT, "%08d", 61_000_000 + PEOPLE.incrementAndGet());
  }

  static Inbox inboxOf(String address) {
    return new Inbox(anybody(), address);
  }

  static Inbox moderator() {
    return inboxOf("moderator@example.org");
  }
}
