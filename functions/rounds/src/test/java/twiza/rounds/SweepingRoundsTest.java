package twiza.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.access.Fingerprints;
import twiza.http.Invocation;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Dossier;
import twiza.idea.Dues;
import twiza.idea.Entry;
import twiza.idea.IdeaLife;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Outcome;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundSamples;
import twiza.round.Rounds;
import twiza.round.Schedule;
import twiza.round.Via;
import twiza.settings.TestKeys;
import twiza.table.LocalTable;
import twiza.table.TableDues;
import twiza.table.TableEntries;
import twiza.table.TableIdeas;
import twiza.table.TableRounds;
import twiza.table.TableUptakes;
import twiza.uptake.Terms;
import twiza.watch.Gauges;

/** Rounds move on at the times announced, whatever happens to the machinery. */
class SweepingRoundsTest {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final Ideas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final Rounds rounds = new TableRounds(table.client(), table.name(), fingerprints);
  private final Dues dues = new TableDues(table.client(), table.name());
  private Instant now = Samples.MONDAY;

  private void sweepAt(Instant at) {
    now = at;
    new SweepFunction(
            dues,
            ideas,
            rounds,
            new TableEntries(table.client(), table.name(), fingerprints),
            new DueUptakes(
                new TableUptakes(table.client(), table.name(), fingerprints), () -> Terms.USUAL),
            () -> now,
            Gauges.none())
        .handleRequest(Map.of(), new Invocation("sweep", A_MINUTE));
  }

  private Journey sent(Edition edition, Samples.Sample sample) {
    ideas.submit(
        sample.sentAt(OPENS.plusSeconds(1)).submissionFor(edition.round(), Via.AUTHOR, ""));
    return Journey.continues(ideas, sample.id());
  }

  private List<String> history(Edition edition) {
    return table.everything().stream()
        .filter(item -> item.get("PK").s().equals("ROUND#" + edition.id()))
        .filter(item -> item.get("SK").s().startsWith("EVENT#"))
        .sorted(Comparator.comparing(item -> item.get("SK").s()))
        .map(item -> item.get("kind").s())
        .toList();
  }

  /** Reminders come between, as often as a sweep finds that one is due. */
  private List<String> phases(Edition edition) {
    return history(edition).stream().filter(it -> !it.equals("ROUND_REMINDED")).toList();
  }

  private static Entry.Place place(Journey idea, Edition edition) {
    return idea.dossier().idea().entry(edition.id()).orElseThrow().place();
  }

  private static final List<String> WHOLE_LIFE =
      List.of(
          "ROUND_DRAFTED",
          "ROUND_ANNOUNCED",
          "ROUND_OPENED",
          "ROUND_SUBMISSIONS_CLOSED",
          "ROUND_JUDGING_OPENED",
          "ROUND_SETTLED",
          "ROUND_JUDGING_CLOSED",
          "ROUND_SETTLED");

  @Test
  void eachPhaseBeginsAtItsInstantAndNotBefore() {
    Edition edition = Edition.announced(rounds, aRound());
    sweepAt(OPENS.minusMillis(1));
    assertThat(edition.round().phase()).isEqualTo(Phase.ANNOUNCED);
    sweepAt(OPENS);
    assertThat(edition.round().phase()).isEqualTo(Phase.OPEN);
    sweepAt(CLOSES);
    assertThat(edition.round().phase()).isEqualTo(Phase.OPEN);
    sweepAt(CLOSES.plusMillis(1));
    assertThat(edition.round().phase()).isEqualTo(Phase.SCREENING);
    sweepAt(JURY.minus(Duration.ofDays(2)));
    sweepAt(JURY.minus(Duration.ofHours(6)));
    sweepAt(JURY);
    assertThat(edition.round().phase()).isEqualTo(Phase.JUDGING);
    sweepAt(JURY.plus(A_MINUTE));
    assertThat(edition.round().settled()).isTrue();
    sweepAt(RESULTS);
    assertThat(edition.round().phase()).isEqualTo(Phase.CLOSED);
    assertThat(edition.round().settled()).as("marks sent at the last instant count").isFalse();
    sweepAt(RESULTS.plus(A_MINUTE));
    assertThat(phases(edition)).isEqualTo(WHOLE_LIFE);
    assertThat(dues.by(RESULTS.plus(Duration.ofDays(365)))).isEmpty();
  }

  @Test
  void whatWasPublishedGoesToTheJuryWhatWaitsIsHeldAndTheRestIsOut() {
    Edition edition = Edition.announced(rounds, aRound().takingPerAuthor(9));
    Journey published = sent(edition, anIdea()).confirmed().approved();
    Journey waiting = sent(edition, anIdea()).confirmed();
    Journey unconfirmed = sent(edition, anIdea());
    Journey asked = sent(edition, anIdea()).confirmed().decided(Choice.REQUEST_CHANGES, "Coûts ?");
    Journey left = sent(edition, anIdea()).left(edition.round());
    sweepAt(JURY.plus(A_MINUTE));
    assertThat(place(published, edition)).isEqualTo(Entry.Place.ADMITTED);
    assertThat(place(waiting, edition)).isEqualTo(Entry.Place.HELD);
    assertThat(place(unconfirmed, edition)).isEqualTo(Entry.Place.UNREADY);
    assertThat(place(asked, edition)).isEqualTo(Entry.Place.UNREADY);
    assertThat(place(left, edition)).isEqualTo(Entry.Place.LEFT);
    waiting.approved();
    assertThat(place(waiting, edition)).isEqualTo(Entry.Place.ADMITTED);
  }

  @Test
  void whoeverIsStillHeldWhenTheJuryIsDoneIsOut() {
    Edition edition = Edition.announced(rounds, aRound());
    Journey waiting = sent(edition, anIdea()).confirmed();
    sweepAt(JURY.plus(A_MINUTE));
    sweepAt(RESULTS);
    assertThat(place(waiting, edition)).isEqualTo(Entry.Place.UNREADY);
  }

  @Test
  void theJuryReadsWhatWasPublishedWhenItBeganHoweverLateTheSweepComes() {
    Edition edition = Edition.announced(rounds, aRound());
    Journey idea = sent(edition, anIdea()).confirmed().approved();
    Ideas.Edit correction = correctedAt(idea, JURY.plusSeconds(1));
    assertThat(ideas.save(correction)).isTrue();
    Journey.continues(ideas, idea.id()).approved();
    sweepAt(JURY.plus(Duration.ofDays(3)));
    Entry entry = idea.dossier().idea().entry(edition.id()).orElseThrow();
    assertThat(entry.revision()).isEqualTo(OptionalInt.of(1));
    assertThat(idea.dossier().idea().published()).isEqualTo(OptionalInt.of(2));
  }

  /** What happens to it between the instant at which the jury begins and the sweep. */
  private void meanwhile(Journey idea, Command... commands) {
    Instant at = JURY;
    for (Command command : commands) {
      at = at.plusSeconds(1);
      Dossier before = idea.dossier();
      Outcome outcome = IdeaLife.decide(before.idea(), command, at);
      Ideas.Edit edit = Ideas.Edit.of(before, (Outcome.Accepted) outcome, "", "");
      boolean writes = command instanceof Command.Correct;
      assertThat(ideas.save(writes ? edit.withText(Samples.titled("Séchoir commun")) : edit))
          .isTrue();
    }
  }

  private static Command decision(Choice choice, int revision) {
    return new Command.Decide(choice, revision, Samples.MODERATOR, "Parce que");
  }

  private void sweptThreeDaysLate(Journey idea, Edition edition, Entry.Place place, int revision) {
    sweepAt(JURY.plus(Duration.ofDays(3)));
    Entry entry = idea.dossier().idea().entry(edition.id()).orElseThrow();
    assertThat(entry.place()).isEqualTo(place);
    assertThat(entry.revision().orElse(0)).isEqualTo(revision);
  }

  /** In each case: as a sweep would have found it that came at the instant. */
  @Nested
  class ThreeDaysLate {

    private static final int NONE = 0;

    private final Edition edition = Edition.announced(rounds, aRound());
    private final Journey idea = sent(edition, anIdea());

    @Test
    void whatWaitedIsHeldThoughChangesWereAskedSince() {
      meanwhile(idea.confirmed(), decision(Choice.REQUEST_CHANGES, 1));
      sweptThreeDaysLate(idea, edition, Entry.Place.HELD, NONE);
    }

    @Test
    void whatWaitedIsHeldThoughItWasRejectedSince() {
      meanwhile(idea.confirmed(), decision(Choice.REJECT, 1));
      sweptThreeDaysLate(idea, edition, Entry.Place.HELD, NONE);
    }

    @Test
    void whatWaitedAndWasWithdrawnSinceIsHeldWithoutBeingInTheRound() {
      meanwhile(idea.confirmed(), new Command.Withdraw());
      sweptThreeDaysLate(idea, edition, Entry.Place.HELD, NONE);
    }

    @Test
    void whatWaitedIsAdmittedWithTheTextThatWasApprovedFirst() {
      meanwhile(
          idea.confirmed(),
          new Command.Correct(1),
          decision(Choice.APPROVE, 2),
          new Command.Correct(2),
          decision(Choice.APPROVE, 3));
      sweptThreeDaysLate(idea, edition, Entry.Place.ADMITTED, 2);
    }

    @Test
    void whatWaitedIsOutWhenItWasApprovedOnceTheJuryWasDone() {
      idea.confirmed();
      Dossier before = idea.dossier();
      Outcome outcome = IdeaLife.decide(before.idea(), decision(Choice.APPROVE, 1), RESULTS);
      ideas.save(Ideas.Edit.of(before, (Outcome.Accepted) outcome, "", ""));
      sweepAt(RESULTS.plus(Duration.ofDays(3)));
      assertThat(place(idea, edition)).isEqualTo(Entry.Place.UNREADY);
    }

    @Test
    void whatWasConfirmedTooLateIsOut() {
      meanwhile(idea, new Command.Confirm());
      sweptThreeDaysLate(idea, edition, Entry.Place.UNREADY, NONE);
    }

    @Test
    void whatWasConfirmedAndApprovedTooLateIsOut() {
      meanwhile(idea, new Command.Confirm(), decision(Choice.APPROVE, 1));
      sweptThreeDaysLate(idea, edition, Entry.Place.UNREADY, NONE);
    }

    @Test
    void whatWasCorrectedTooLateIsOut() {
      idea.confirmed().decided(Choice.REQUEST_CHANGES, "Coûts ?");
      meanwhile(idea, new Command.Correct(1));
      sweptThreeDaysLate(idea, edition, Entry.Place.UNREADY, NONE);
    }

    @Test
    void whatWasPublishedAgainTooLateIsOut() {
      idea.confirmed().approved().decided(Choice.UNPUBLISH, "Plainte");
      meanwhile(idea, new Command.Correct(1), decision(Choice.APPROVE, 2));
      sweptThreeDaysLate(idea, edition, Entry.Place.UNREADY, NONE);
    }

    @Test
    void whatWasPublishedIsAdmittedThoughItIsUnpublished() {
      meanwhile(idea.confirmed().approved(), decision(Choice.UNPUBLISH, 1));
      sweptThreeDaysLate(idea, edition, Entry.Place.ADMITTED, 1);
    }

    @Test
    void whatWasPublishedIsAdmittedThoughItIsWithdrawn() {
      meanwhile(idea.confirmed().approved(), new Command.Withdraw());
      sweptThreeDaysLate(idea, edition, Entry.Place.ADMITTED, 1);
    }

    @Test
    void whatWasPublishedIsAdmittedThoughItIsErased() {
      meanwhile(idea.confirmed().approved(), new Command.Erase(false));
      sweptThreeDaysLate(idea, edition, Entry.Place.ADMITTED, 1);
    }

    @Test
    void whatWasWithdrawnInTimeIsOut() {
      idea.confirmed().approved().withdrawn();
      sweptThreeDaysLate(idea, edition, Entry.Place.UNREADY, NONE);
    }
  }

  private static Ideas.Edit correctedAt(Journey idea, Instant at) {
    Dossier before = idea.dossier();
    Command correct = new Command.Correct(before.idea().latest());
    Outcome outcome = IdeaLife.decide(before.idea(), correct, at);
    return Ideas.Edit.of(before, (Outcome.Accepted) outcome, "", "")
        .withText(Samples.titled("Séchoir commun"));
  }

  @Test
  void afterAnOutageOfThreeDaysNothingIsSkippedAndNobodyRemindedTooLate() {
    Edition edition = Edition.announced(rounds, aRound());
    Journey idea = sent(edition, anIdea()).confirmed().approved();
    sweepAt(OPENS);
    sweepAt(RESULTS.plus(Duration.ofDays(3)));
    assertThat(phases(edition)).isEqualTo(WHOLE_LIFE);
    assertThat(place(idea, edition)).isEqualTo(Entry.Place.ADMITTED);
    assertThat(told("ROUND_REMINDED")).isEmpty();
  }

  private List<List<String>> told(String kind) {
    return table.everything().stream()
        .filter(item -> item.containsKey("kind") && item.get("kind").s().equals(kind))
        .filter(item -> item.containsKey("tell"))
        .map(item -> item.get("tell").ss())
        .toList();
  }

  @Test
  void whatWasSentInTheLastSecondAndKeptAfterTheSweepIsNotForgotten() {
    Edition edition = Edition.announced(rounds, aRound().live());
    Instant closes = edition.round().schedule().judgingOpensAt();
    Round open = edition.moved(OPENS).round();
    sweepAt(closes.plusMillis(1));
    assertThat(edition.round().phase()).isEqualTo(Phase.JUDGING);
    Samples.Sample slow = anIdea().by(Samples.moha()).sentAt(closes);
    assertThat(ideas.submit(slow.submissionFor(open, Via.ROOM, "")))
        .isEqualTo(new Ideas.Submission.Kept());
    sweepAt(closes.plus(A_MINUTE));
    assertThat(place(Journey.continues(ideas, slow.id()), edition)).isEqualTo(Entry.Place.HELD);
    assertThat(edition.round().settled()).isTrue();
  }

  @Test
  void anIdeaThatFailsHoldsUpNeitherTheOthersNorOtherRounds() {
    Edition edition = Edition.announced(rounds, aRound());
    Edition other = Edition.announced(rounds, aRound());
    poisonedEntry(edition);
    Journey idea = sent(edition, anIdea()).confirmed().approved();
    sweepAt(JURY.plus(A_MINUTE));
    assertThat(place(idea, edition)).isEqualTo(Entry.Place.ADMITTED);
    assertThat(edition.round().settled()).isFalse();
    assertThat(other.round().settled()).isTrue();
    assertThat(history(edition)).endsWith("ROUND_JUDGING_OPENED");
    cured(edition);
    sweepAt(JURY.plus(A_MINUTE).plus(A_MINUTE));
    assertThat(edition.round().settled()).isTrue();
  }

  /** An entry of an idea that is not there. */
  private void poisonedEntry(Edition edition) {
    Samples.Sample sample = anIdea().sentAt(OPENS);
    ideas.submit(sample.submissionFor(edition.round(), Via.AUTHOR, ""));
    Map<String, AttributeValue> item =
        table.everything().stream()
            .filter(it -> it.get("SK").s().equals("ENTRY#" + sample.id()))
            .findFirst()
            .orElseThrow();
    Map<String, AttributeValue> poisoned = new HashMap<>(item);
    poisoned.put("SK", AttributeValue.fromS("ENTRY#00POISONED"));
    poisoned.put("idea", AttributeValue.fromS("00POISONED"));
    table.client().putItem(put -> put.tableName(table.name()).item(poisoned));
  }

  private void cured(Edition edition) {
    table
        .client()
        .deleteItem(
            delete ->
                delete
                    .tableName(table.name())
                    .key(
                        Map.of(
                            "PK", AttributeValue.fromS("ROUND#" + edition.id()),
                            "SK", AttributeValue.fromS("ENTRY#00POISONED"))));
  }

  @Test
  void whatIsWithdrawnOnceTheJuryHasBegunIsNoLongerBeforeIt() {
    Edition edition = Edition.announced(rounds, aRound());
    Journey idea = sent(edition, anIdea()).confirmed().approved();
    sweepAt(JURY);
    idea.withdrawn();
    sweepAt(JURY.plus(A_MINUTE));
    assertThat(place(idea, edition)).isEqualTo(Entry.Place.ADMITTED);
    Entry entry = idea.dossier().idea().entry(edition.id()).orElseThrow();
    assertThat(entry.standing(idea.dossier().idea().state())).isEqualTo(Entry.Standing.OUT);
  }

  @Test
  void whoHasNotConfirmedMayWaitAsLongAsTheExtendedRoundDoes() {
    Edition edition = Edition.announced(rounds, aRound());
    Journey silent = sent(edition, anIdea());
    Instant later = JURY.plus(Duration.ofDays(7));
    Schedule longer =
        new Schedule(OPENS, CLOSES, later, RESULTS.plus(Duration.ofDays(7)), Duration.ZERO);
    edition.replanned(RoundSamples.at(edition.round().plan(), longer), OPENS.plusSeconds(2));

    sweepAt(OPENS.plusSeconds(60));
    sweepAt(OPENS.plus(Duration.ofDays(3)));
    sweepAt(later.minusSeconds(1));

    assertThat(silent.dossier().idea().state()).isEqualTo(State.UNCONFIRMED);
    silent.confirmed();
    assertThat(silent.dossier().idea().entry(edition.id()).orElseThrow().place())
        .isEqualTo(Entry.Place.ENTERED);
    assertThat(history(edition)).containsOnlyOnce("ROUND_SETTLED");
  }

  @Test
  void aRoundThatHasBeenOverForAYearForgetsItsJury() {
    Edition edition = Edition.announced(rounds, aRound());
    edition.cancelled("Report", OPENS.plusSeconds(5));
    sweepAt(OPENS.plus(Duration.ofDays(364)));
    assertThat(history(edition)).endsWith("ROUND_CANCELLED");
    sweepAt(OPENS.plus(Duration.ofDays(367)));
    sweepAt(OPENS.plus(Duration.ofDays(800)));
    assertThat(history(edition)).endsWith("ROUND_CANCELLED", "ROUND_JURY_FORGOTTEN");
  }

  @Test
  void aCancelledRoundIsNeverHeardOfAgain() {
    Edition edition = Edition.announced(rounds, aRound());
    Journey idea = sent(edition, anIdea()).confirmed().approved();
    edition.cancelled("Report", OPENS.plusSeconds(5));
    sweepAt(RESULTS);
    assertThat(history(edition)).endsWith("ROUND_CANCELLED");
    assertThat(place(idea, edition)).isEqualTo(Entry.Place.ENTERED);
  }
}
