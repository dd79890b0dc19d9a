package twiza.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The secret that the site's front shows with each request. */
class TheKeyOfTheFrontTest {

  private static final Secrets.Version OLD = new Secrets.Version("1", "old");
  private static final Secrets.Version NEW = new Secrets.Version("2", "new");

  private Instant now = Instant.parse("2026-05-04T09:00:00Z");
  private List<Secrets.Version> stored = List.of(OLD);
  private int reads;
  private final OriginKey key =
      new OriginKey(
          new LiveKeys(
              () -> {
                reads++;
                return stored;
              },
              () -> now));

  @Test
  void isKnown() {
    assertThat(key.test("old")).isTrue();
    assertThat(key.test("")).isFalse();
    assertThat(key.test("ol")).isFalse();
  }

  @Test
  void mayBeRotatedWhileTheFrontStillShowsTheOneBefore() {
    assertThat(key.test("new")).isFalse();
    stored = List.of(NEW, OLD);
    now = now.plus(Duration.ofMinutes(5).plusMillis(1));
    assertThat(key.test("new")).isTrue();
    assertThat(key.test("old")).isTrue();
  }

  @Test
  void isNotReadAgainForEachGuess() {
    for (int i = 0; i < 100; i++) {
      now = now.plusSeconds(1);
      key.test("guess " + i);
    }
    assertThat(reads).isEqualTo(1);
  }
}
