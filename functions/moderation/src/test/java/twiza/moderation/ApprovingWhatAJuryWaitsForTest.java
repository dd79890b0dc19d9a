package twiza.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;
import static twiza.moderation.Desk.WEDNESDAY;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import twiza.idea.Choice;
import twiza.idea.Entry;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.State;
import twiza.round.Edition;
import twiza.round.Rounds;
import twiza.round.Schedule;
import twiza.round.Via;
import twiza.table.TableIdeas;
import twiza.table.TableRounds;

/** The jury has begun, and an idea was not moderated in time. */
class ApprovingWhatAJuryWaitsForTest {

  private static final Instant OPENS = MONDAY.plus(Duration.ofHours(1));

  private final Desk desk = new Desk();
  private final Ideas ideas =
      new TableIdeas(desk.table.client(), desk.table.name(), desk.fingerprints);
  private final Rounds rounds =
      new TableRounds(desk.table.client(), desk.table.name(), desk.fingerprints);

  private Journey held(Edition edition) {
    Samples.Sample sample = anIdea().sentAt(OPENS.plusSeconds(1));
    ideas.submit(sample.submissionFor(edition.round(), Via.AUTHOR, ""));
    Journey idea = Journey.continues(ideas, sample.id()).confirmed();
    idea.does(idea.dossier().beforeTheJury(edition.round()));
    assertThat(entry(idea, edition).place()).isEqualTo(Entry.Place.HELD);
    return idea;
  }

  private void isApprovedOnWednesday(Journey idea) {
    desk.decides(desk.link(desk.first(), idea.id(), 1), Choice.APPROVE, 1, "");
    assertThat(idea.dossier().idea().state()).isEqualTo(State.PUBLISHED);
  }

  private Edition judgedUntil(Instant done) {
    Instant jury = WEDNESDAY.minus(Duration.ofHours(9));
    Schedule schedule =
        new Schedule(OPENS, OPENS.plus(Duration.ofHours(2)), jury, done, Duration.ZERO);
    return Edition.announced(rounds, aRound().at(schedule)).moved(OPENS);
  }

  private static Entry entry(Journey idea, Edition edition) {
    return idea.dossier().idea().entry(edition.id()).orElseThrow();
  }

  @Test
  void itGoesToTheJuryWhileThatIsAtWork() {
    Edition edition = judgedUntil(WEDNESDAY.plusMillis(1));
    Journey idea = held(edition);
    isApprovedOnWednesday(idea);
    assertThat(entry(idea, edition).place()).isEqualTo(Entry.Place.ADMITTED);
    assertThat(entry(idea, edition).revision()).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void itIsTooLateOnceTheJuryIsDoneThoughNoSweepHasComeYet() {
    Edition edition = judgedUntil(WEDNESDAY);
    Journey idea = held(edition);
    isApprovedOnWednesday(idea);
    assertThat(entry(idea, edition).place()).isEqualTo(Entry.Place.HELD);
  }

  @Test
  void nothingIsLetIntoARoundThatIsCancelled() {
    Edition edition = judgedUntil(WEDNESDAY.plusMillis(1));
    Journey idea = held(edition);
    edition.cancelled("Report", WEDNESDAY.minusSeconds(1));
    isApprovedOnWednesday(idea);
    assertThat(entry(idea, edition).place()).isEqualTo(Entry.Place.HELD);
  }
}
