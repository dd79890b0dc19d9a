package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import twiza.access.Busy;
import twiza.board.Board;
import twiza.board.Ledger;
import twiza.http.Invocation;
import twiza.idea.Choice;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.Queue;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.place.Language;
import twiza.place.Places;
import twiza.place.Region;
import twiza.settings.FirstAdmin;
import twiza.settings.TestKeys;
import twiza.staff.Employees;
import twiza.staff.Mailing;
import twiza.staff.Role;
import twiza.staff.Staff;
import twiza.table.LocalTable;
import twiza.table.TableDelegations;
import twiza.table.TableDigests;
import twiza.table.TableIdeas;
import twiza.table.TableLedger;
import twiza.table.TableQueue;
import twiza.table.TableStaff;

/** Every hour, those moderators are told of what waits who want to hear of it then. */
class TheDailyDigestTest {

  /** Eight in the morning in Casablanca. */
  private static final Instant TUESDAY = Instant.parse("2026-05-05T07:00:00Z");

  private final LocalTable table = LocalTable.create();
  private final Ideas ideas = new TableIdeas(table.client(), table.name(), TestKeys.fingerprints());
  private final Queue queue = new TableQueue(table.client(), table.name(), TestKeys.fingerprints());
  private final Staff staff =
      new TableStaff(
          table.client(),
          table.name(),
          TestKeys.fingerprints(),
          FirstAdmin.of(TestKeys::settings, TestKeys.fingerprints()));
  private final Employees employees = new Employees(staff);
  private final TableDelegations delegations = new TableDelegations(table.client(), table.name());
  private final Ledger ledger = new TableLedger(table.client(), table.name());
  private Instant now = TUESDAY;

  private void digest() {
    digest(queue, Places.load().joinedRegions());
  }

  private void digest(Queue queue, List<Region> regions) {
    TableDigests digests = new TableDigests(table.client(), table.name());
    new DigestFunction(
            queue,
            digests,
            staff,
            new Reminders(queue, ideas, () -> TestKeys.settings().patience()),
            new Forgetting(delegations, queue, ideas),
            new Board(ledger),
            regions,
            () -> now)
        .handleRequest(Map.of("detail-type", "Scheduled Event"), Invocation.of("digest"));
  }

  /** The hours announced, by region, such as {@code REGION#05 EVENT#2026-05-05T08}. */
  private List<String> announced() {
    return table.everything().stream()
        .filter(item -> item.get("PK").s().startsWith("REGION#"))
        .filter(item -> item.containsKey("tell"))
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
    assertThat(announced()).containsExactly("REGION#05 EVENT#2026-05-05T08");
  }

  @Test
  void isAnnouncedOnceAnHourHoweverOftenItComes() {
    waiting();
    digest();
    now = now.plusSeconds(30);
    digest();
    assertThat(announced()).hasSize(1);
    now = TUESDAY.plus(Duration.ofDays(1));
    digest();
    assertThat(announced())
        .containsExactly("REGION#05 EVENT#2026-05-05T08", "REGION#05 EVENT#2026-05-06T08");
  }

  @Test
  void theHourIsMoroccos() {
    employ(0, Mailing.Wish.DIGEST);
    waiting();
    now = Instant.parse("2026-05-05T23:30:00Z");
    digest();
    assertThat(announced()).containsExactly("REGION#05 EVENT#2026-05-06T00");
  }

  private void employ(int hour, Mailing.Wish wish) {
    employees.employ(
        "05", "fatima@example.org", Language.FR, Set.of(Role.MODERATOR), new Mailing(wish, hour));
  }

  @Test
  void comesLateWhenNobodyWasThereAtItsHour() {
    employ(17, Mailing.Wish.DIGEST);
    waiting();
    digest();
    assertThat(announced()).containsExactly("REGION#05 EVENT#2026-05-04T17");
  }

  @Test
  void whatComesAfterItsHourWaitsForTheNextDay() {
    digest();
    waiting();
    now = TUESDAY.plus(Duration.ofHours(3));
    digest();
    assertThat(announced()).isEmpty();
    now = TUESDAY.plus(Duration.ofDays(1));
    digest();
    assertThat(announced()).containsExactly("REGION#05 EVENT#2026-05-06T08");
  }

  @Test
  void isNeverForSomebodyWhoAskedForNone() {
    employ(8, Mailing.Wish.NONE);
    waiting();
    digest();
    assertThat(announced()).isEmpty();
  }

  @Test
  void comesAtTheHourOfAnOrganiserToo() {
    employ(8, Mailing.Wish.NONE);
    Mailing evening = new Mailing(Mailing.Wish.DIGEST, 18);
    employees.employ("05", "omar@example.org", Language.FR, Set.of(Role.ORGANISER), evening);
    waiting();
    digest();
    assertThat(announced()).containsExactly("REGION#05 EVENT#2026-05-04T18");
  }

  @Test
  void isNotAnnouncedOnAnEmptyDay() {
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

          @Override
          public Stream<String> unchangedSince(String region, State state, Instant since) {
            return queue.unchangedSince(region, state, since);
          }
        };
    Places places = Places.load();
    List<Region> regions =
        List.of(places.region("04").orElseThrow(), places.region("05").orElseThrow());
    assertThatThrownBy(() -> digest(failing, regions)).isInstanceOf(Busy.class);
    assertThat(announced()).containsExactly("REGION#05 EVENT#2026-05-05T08");
  }

  private static List<String> kinds(Journey idea) {
    return idea.dossier().history().stream().map(h -> h.event().code()).toList();
  }

  /** Every hour of so many days after the idea came. */
  private void days(int days) {
    for (int hour = 0; hour < 24 * days; hour += 6) {
      now = Samples.MONDAY.plus(Duration.ofHours(hour));
      digest();
    }
  }

  @Test
  void whatHasWaitedThreeDaysIsSpokenForOnce() {
    Journey idea = waiting();
    days(3);
    assertThat(kinds(idea)).containsExactly("SUBMITTED");
    days(6);
    assertThat(kinds(idea)).containsExactly("SUBMITTED", "MODERATORS_REMINDED");
  }

  @Test
  void whatHasWaitedSevenDaysReachesTheOrganisersOnce() {
    Journey idea = waiting();
    days(10);
    assertThat(kinds(idea)).containsExactly("SUBMITTED", "MODERATORS_REMINDED", "ESCALATED");
  }

  @Test
  void whatWasDecidedIsSpokenForNoMore() {
    Journey idea = waiting().decided(Choice.REJECT, "Ce n'est pas une idée de coopérative.");
    days(10);
    assertThat(kinds(idea)).containsExactly("SUBMITTED", "REJECTED");
  }

  @Test
  void aMonthThatIsOverIsCountedOnceAndForAll() {
    waiting();
    YearMonth may = YearMonth.of(2026, 5);
    now = Instant.parse("2026-05-31T23:00:00Z");
    digest();
    assertThat(ledger.closed("05", may, may)).isEmpty();
    now = now.plus(Duration.ofHours(1));
    digest();
    assertThat(ledger.closed("05", may, may)).hasSize(1);
    assertThat(ledger.lastClosed("05").orElseThrow().days()).hasSize(1);
  }
}
