package twiza.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.http.Invocation;
import twiza.idea.Choice;
import twiza.idea.Dues;
import twiza.idea.Entries;
import twiza.idea.Idea;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.round.Rounds;
import twiza.settings.TestKeys;
import twiza.table.LocalTable;
import twiza.table.TableDues;
import twiza.table.TableEntries;
import twiza.table.TableIdeas;
import twiza.table.TableRounds;
import twiza.table.TableUptakes;
import twiza.uptake.Candidate;
import twiza.uptake.Stage;
import twiza.uptake.Terms;
import twiza.uptake.Uptakes;
import twiza.watch.Notebook;

/** Every minute, whatever is due is done. */
class SweepingTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final LocalTable table = LocalTable.create();
  private final Ideas ideas = new TableIdeas(table.client(), table.name(), TestKeys.fingerprints());
  private final Dues dues = new TableDues(table.client(), table.name());
  private final Rounds rounds =
      new TableRounds(table.client(), table.name(), TestKeys.fingerprints());
  private final Entries entries =
      new TableEntries(table.client(), table.name(), TestKeys.fingerprints());
  private final Uptakes uptakes =
      new TableUptakes(table.client(), table.name(), TestKeys.fingerprints());
  private final DueUptakes due = new DueUptakes(uptakes, () -> Terms.USUAL);
  private final Notebook watched = new Notebook();
  private Instant now = Samples.MONDAY;

  private void sweep() {
    sweep(Duration.ofMinutes(1));
  }

  private void sweep(Duration left) {
    new SweepFunction(dues, ideas, rounds, entries, due, () -> now, watched)
        .handleRequest(Map.of("detail", "{}"), new Invocation("sweep", left));
  }

  /** It is so long after the idea was sent. */
  private void sweepAfter(Duration since) {
    now = Samples.MONDAY.plus(since);
    sweep();
  }

  private static List<String> history(Journey idea) {
    return idea.dossier().history().stream().map(h -> h.event().code()).toList();
  }

  private static State state(Journey idea) {
    return idea.dossier().idea().state();
  }

  @Test
  void anUnconfirmedIdeaIsRemindedOfAfterTwoDaysAndExpiresAfterSeven() {
    Journey idea = Journey.begins(ideas, Samples.anIdea());
    sweepAfter(Duration.ofDays(2).minus(SECOND));
    assertThat(history(idea)).containsExactly("SUBMITTED");
    sweepAfter(Duration.ofDays(2));
    assertThat(history(idea)).containsExactly("SUBMITTED", "CONFIRMATION_REMINDED");
    sweepAfter(Duration.ofDays(7).minus(SECOND));
    assertThat(state(idea)).isEqualTo(State.UNCONFIRMED);
    sweepAfter(Duration.ofDays(7));
    assertThat(history(idea)).containsExactly("SUBMITTED", "CONFIRMATION_REMINDED", "EXPIRED");
    sweepAfter(Duration.ofDays(300));
    assertThat(state(idea)).isEqualTo(State.EXPIRED);
    assertThat(history(idea)).hasSize(3);
  }

  @Test
  void whatWasConfirmedInTimeIsLeftAlone() {
    Journey idea = Journey.begins(ideas, Samples.anIdea()).confirmed();
    sweepAfter(Duration.ofDays(30));
    assertThat(history(idea)).containsExactly("SUBMITTED", "CONFIRMED");
  }

  @Test
  void changesAskedForAreRemindedOfAfterSevenAndTwentyOneDaysAndNeverClosed() {
    Journey idea = Journey.begins(ideas, Samples.anIdea()).confirmed();
    idea.decided(Choice.REQUEST_CHANGES, "Le marché ?");
    Instant asked = idea.dossier().idea().asked().orElseThrow().since();
    now = asked.plus(Duration.ofDays(7)).minus(SECOND);
    sweep();
    assertThat(reminders(idea)).isZero();
    now = asked.plus(Duration.ofDays(7));
    sweep();
    assertThat(reminders(idea)).isEqualTo(1);
    now = asked.plus(Duration.ofDays(21)).minus(SECOND);
    sweep();
    assertThat(reminders(idea)).isEqualTo(1);
    now = asked.plus(Duration.ofDays(21));
    sweep();
    assertThat(reminders(idea)).isEqualTo(2);
    now = asked.plus(Duration.ofDays(365));
    sweep();
    assertThat(reminders(idea)).isEqualTo(2);
    assertThat(state(idea)).isEqualTo(State.CHANGES_REQUESTED);
  }

  private static long reminders(Journey idea) {
    return history(idea).stream().filter("CHANGES_REMINDED"::equals).count();
  }

  @Test
  void whatWasCorrectedIsNotRemindedOfAnyMore() {
    Journey idea = Journey.begins(ideas, Samples.anIdea()).confirmed();
    idea.decided(Choice.REQUEST_CHANGES, "Le marché ?").corrected(Samples.titled("Corrigé"));
    sweepAfter(Duration.ofDays(30));
    assertThat(reminders(idea)).isZero();
  }

  @Test
  void twoSweepsAtOnceHaveOneEffect() throws Exception {
    List<Journey> waiting =
        List.of(
            Journey.begins(ideas, Samples.anIdea()),
            Journey.begins(ideas, Samples.anIdea()),
            Journey.begins(ideas, Samples.anIdea()));
    now = Samples.MONDAY.plus(Duration.ofDays(2));
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Void> sweeping =
        () -> {
          together.await();
          sweep();
          return null;
        };
    try (ExecutorService schedules = Executors.newFixedThreadPool(2)) {
      for (Future<Void> done : schedules.invokeAll(List.of(sweeping, sweeping))) {
        done.get();
      }
    }
    assertThat(waiting)
        .allSatisfy(
            idea ->
                assertThat(history(idea)).containsExactly("SUBMITTED", "CONFIRMATION_REMINDED"));
  }

  @Test
  void oneThatFailsIsSkippedAndTheOthersAreDone() {
    poisoned("2026-05-04T09:00:00.000Z#IDEA#01JTWZPA1S0NED00000000000");
    poisoned("2026-05-04T09:00:01.000Z#TEAPOT#1");
    Journey idea = Journey.begins(ideas, Samples.anIdea());
    sweepAfter(Duration.ofDays(2));
    assertThat(history(idea)).containsExactly("SUBMITTED", "CONFIRMATION_REMINDED");
  }

  /** An item that no code of ours would write. */
  private void poisoned(String due) {
    String id = due.substring(due.lastIndexOf('#') + 1);
    Map<String, AttributeValue> item =
        Map.of(
            "PK", AttributeValue.fromS("IDEA#" + id),
            "SK", AttributeValue.fromS("IDEA"),
            "GSI2PK", AttributeValue.fromS("DUE"),
            "GSI2SK", AttributeValue.fromS(due));
    table.client().putItem(put -> put.tableName(table.name()).item(item));
  }

  @Test
  void afterAnOutageOfThreeDaysEachIdeaGetsWhatIsDueByThenAndNothingTwice() {
    Journey reminderMissed = Journey.begins(ideas, Samples.anIdea());
    Journey bothMissed =
        Journey.begins(ideas, Samples.anIdea().sentAt(Samples.MONDAY.minus(Duration.ofDays(3))));
    Journey nothingDue =
        Journey.begins(ideas, Samples.anIdea().sentAt(Samples.MONDAY.plus(Duration.ofDays(3))));
    sweepAfter(Duration.ofDays(4));
    sweepAfter(Duration.ofDays(4).plusSeconds(60));
    assertThat(history(reminderMissed)).containsExactly("SUBMITTED", "CONFIRMATION_REMINDED");
    assertThat(history(bothMissed)).containsExactly("SUBMITTED", "EXPIRED");
    assertThat(history(nothingDue)).containsExactly("SUBMITTED");
  }

  @Test
  void howLateItIsIsSeenFromOutside() {
    Journey.begins(ideas, Samples.anIdea());
    Journey.begins(ideas, Samples.anIdea().sentAt(Samples.MONDAY.plusSeconds(30)));
    sweepAfter(Duration.ofDays(2).plusSeconds(90));
    sweepAfter(Duration.ofDays(2).plusSeconds(91));
    assertThat(watched.lines()).containsExactly("swept PT1M30S late", "swept PT0S late");
  }

  @Test
  void everyStepThatIsDueAroundAnIdeaIsTakenInOneSweep() {
    Journey idea = Journey.published(ideas, Samples.anIdea());
    Candidate waiting = Candidate.asks(uptakes, idea.id()).confirmed();
    Candidate agreed =
        Candidate.asks(uptakes, idea.id(), Samples.BENI_MELLAL, Candidate.PHONE)
            .confirmed()
            .agreed();
    sweepAfter(Duration.ofDays(70));
    assertThat(waiting.interest().stage()).isEqualTo(Stage.RELEASED);
    assertThat(agreed.interest().stage()).isEqualTo(Stage.AGREED);
    sweepAfter(Duration.ofDays(200));
    assertThat(waiting.interest().forgotten()).isTrue();
    assertThat(dues.by(now)).isEmpty();
  }

  @Test
  void whatDoesNotFitIntoTheTimeLeftIsForTheNextSweep() {
    Journey idea = Journey.begins(ideas, Samples.anIdea());
    now = Samples.MONDAY.plus(Idea.REMIND_UNCONFIRMED_AFTER);
    sweep(Sweep.LEAST_TIME.minus(SECOND));
    assertThat(history(idea)).containsExactly("SUBMITTED");
    sweep();
    assertThat(history(idea)).containsExactly("SUBMITTED", "CONFIRMATION_REMINDED");
  }

  @Test
  void allOfItIsDoneInOneSweep() {
    List<Journey> many =
        Stream.generate(() -> Journey.begins(ideas, Samples.anIdea())).limit(40).toList();
    sweepAfter(Duration.ofDays(2));
    assertThat(many).allSatisfy(idea -> assertThat(history(idea)).hasSize(2));
    assertThat(dues.by(now)).isEmpty();
  }
}
