package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import twiza.access.Busy;
import twiza.http.Invocation;
import twiza.idea.Choice;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.Queue;
import twiza.idea.Samples;
import twiza.place.Places;
import twiza.place.Region;
import twiza.settings.TestKeys;
import twiza.table.LocalTable;
import twiza.table.TableDigests;
import twiza.table.TableIdeas;
import twiza.table.TableQueue;

/** Every morning at eight, moderators are told of what waits. */
class TheDailyDigestTest {

  /** Eight in the morning in Casablanca. */
  private static final Instant TUESDAY = Instant.parse("2026-05-05T07:00:00Z");

  private final LocalTable table = LocalTable.create();
  private final Ideas ideas = new TableIdeas(table.client(), table.name(), TestKeys.fingerprints());
  private final Queue queue = new TableQueue(table.client(), table.name(), TestKeys.fingerprints());
  private Instant now = TUESDAY;

  private void digest() {
    digest(queue, Places.load().joinedRegions());
  }

  private void digest(Queue queue, List<Region> regions) {
    TableDigests digests = new TableDigests(table.client(), table.name());
    new DigestFunction(queue, digests, regions, () -> now)
        .handleRequest(Map.of("detail-type", "Scheduled Event"), Invocation.of("digest"));
  }

  /** The days announced, by region, such as {@code REGION#05 EVENT#2026-05-05}. */
  private List<String> announced() {
    return table.everything().stream()
        .filter(item -> item.get("PK").s().startsWith("REGION#"))
        .map(item -> item.get("PK").s() + " " + item.get("SK").s())
        .sorted()
        .toList();
  }

  private Journey waiting() {
    return Journey.begins(ideas, Samples.anIdea().by(Samples.moha()));
  }

  @Test
  void isAnnouncedWhereSomethingWaits() {
    waiting();
    waiting();
    digest();
    assertThat(announced()).containsExactly("REGION#05 EVENT#2026-05-05");
  }

  @Test
  void isAnnouncedOnceADayHoweverOftenItsHourComes() {
    waiting();
    digest();
    now = now.plusSeconds(30);
    digest();
    assertThat(announced()).hasSize(1);
    now = TUESDAY.plus(Duration.ofDays(1));
    digest();
    assertThat(announced())
        .containsExactly("REGION#05 EVENT#2026-05-05", "REGION#05 EVENT#2026-05-06");
  }

  @Test
  void theDayIsMoroccos() {
    waiting();
    now = Instant.parse("2026-05-05T23:30:00Z");
    digest();
    assertThat(announced()).containsExactly("REGION#05 EVENT#2026-05-06");
  }

  @Test
  void isNotAnnouncedOnAnEmptyDay() {
    digest();
    waiting().decided(Choice.REJECT, "Ce n'est pas une idée de coopérative.");
    digest();
    assertThat(announced()).isEmpty();
  }

  @Test
  void namesACorrectionThatWaitsToo() {
    Journey.published(ideas, Samples.anIdea()).corrected(Samples.titled("Corrigé"));
    digest();
    assertThat(announced()).hasSize(1);
  }

  @Test
  void aRegionThatFailsHoldsNoOtherUpAndIsSeen() {
    waiting();
    Queue failing =
        new Queue() {
          @Override
          public Listing<Waiting> waiting(String region, String cursor, int limit) {
            if (region.equals("04")) {
              throw new Busy();
            }
            return queue.waiting(region, cursor, limit);
          }

          @Override
          public Stream<Waiting> waitingSince(String region, Instant since) {
            return queue.waitingSince(region, since);
          }
        };
    Places places = Places.load();
    List<Region> regions =
        List.of(places.region("04").orElseThrow(), places.region("05").orElseThrow());
    assertThatThrownBy(() -> digest(failing, regions)).isInstanceOf(Busy.class);
    assertThat(announced()).containsExactly("REGION#05 EVENT#2026-05-05");
  }
}
