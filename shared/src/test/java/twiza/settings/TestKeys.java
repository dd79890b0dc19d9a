package twiza.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import twiza.access.Fingerprints;
import twiza.access.SignedLinks;
import twiza.idea.Patience;
import twiza.uptake.Terms;

/** Keys and settings that tests know. */
public final class TestKeys {

  private static final Secrets.Version CURRENT =
      new Secrets.Version("k2", "the current key of the tests, which is long enough");
  private static final Secrets.Version PREVIOUS =
      new Secrets.Version("k1", "the previous key of the tests, which is long enough");

  private TestKeys() {}

  public static Fingerprints fingerprints() {
    return new IndexKey(() -> "the index key of the tests, which is long enough");
  }

  /** Signs with the current key, and reads what the previous one has signed. */
  public static SignedLinks links() {
    return links(List.of(CURRENT, PREVIOUS));
  }

  /** As it was before the keys were rotated. */
  public static SignedLinks linksBeforeRotation() {
    return links(List.of(PREVIOUS));
  }

  private static SignedLinks links(List<Secrets.Version> keys) {
    return new JwsLinks(new LiveKeys(() -> keys, InstantSource.fixed(Instant.EPOCH)));
  }

  /** The limits that the template names by default. */
  public static Settings settings() {
    return new Settings(
        "https://twiza.example.org",
        "admin@example.org",
        new Settings.Mail(
            Settings.Transport.SMTP, "Twiza <no-reply@example.org>", "localhost", 25, false, ""),
        new Settings.Limits(3, 300, 10, 300),
        new Patience(Duration.ofDays(3), Duration.ofDays(7)),
        Terms.USUAL);
  }
}
