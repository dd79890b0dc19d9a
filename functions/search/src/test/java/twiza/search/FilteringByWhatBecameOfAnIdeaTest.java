package twiza.search;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.anIdea;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.aRound;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twiza.idea.Award;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.State;
import twiza.place.Language;
import twiza.round.Edition;
import twiza.round.Via;
import twiza.search.Seeker.Answer;
import twiza.uptake.Candidate;

/** Ideas are also found by the rounds they are in, what a jury gave them, and who builds them. */
class FilteringByWhatBecameOfAnIdeaTest {

  @TempDir Path folder;

  /** With an index that only follows what happens from now on. */
  private Seeker seeker() {
    Seeker seeker = new Seeker(folder);
    seeker.minutePasses();
    return seeker;
  }

  private Journey enters(Seeker seeker, Edition edition) {
    Journey journey = seeker.publishes(anIdea());
    assertThat(journey.enters(edition.round(), Via.AUTHOR, OPENS.plusSeconds(60), ""))
        .isEqualTo(Ideas.Entering.TAKEN);
    return journey;
  }

  @Test
  void aRoundIsChosenByItsTitle() {
    Seeker seeker = seeker();
    Edition edition = Edition.announced(seeker.rounds, aRound()).moved(OPENS);
    Journey entered = enters(seeker, edition);
    seeker.publishes(anIdea());
    seeker.minutePasses();
    Answer found = seeker.finds("round", edition.id());
    assertThat(found.ids()).containsExactly(entered.id());
    assertThat(found.counts("round")).isEqualTo(Map.of(edition.id(), 1));
    String title = edition.round().plan().title(Language.FR);
    assertThat(seeker.page("fr", "round", edition.id()).body())
        .contains("<option value=\"" + edition.id() + "\"")
        .contains(title + " (1)");
    entered.left(edition.round());
    seeker.minutePasses();
    assertThat(seeker.finds("round", edition.id()).ids()).isEmpty();
  }

  @Test
  void whatLeavesTheBankIsFoundInNoRound() {
    Seeker seeker = seeker();
    Edition edition = Edition.announced(seeker.rounds, aRound()).moved(OPENS);
    Journey entered = enters(seeker, edition);
    entered.decided(Choice.UNPUBLISH, "Une erreur.");
    seeker.minutePasses();
    assertThat(seeker.finds("round", edition.id()).ids()).isEmpty();
  }

  @Test
  void aRoundThatThereIsNotHasNoIdeasAndWhatCanBeNoRoundIsRefused() {
    Seeker seeker = seeker();
    seeker.publishes(anIdea());
    seeker.minutePasses();
    String none = "01JTWZ4XK9Q2M7T8V3B5N6P0RS";
    assertThat(seeker.finds("round", none).ids()).isEmpty();
    assertThat(seeker.page("ar", "round", none).status()).isEqualTo(200);
    assertThat(seeker.finds("round", "the last", "uptake", "SOLD").faults())
        .containsExactlyInAnyOrder("round UNKNOWN_CODE", "uptake UNKNOWN_CODE");
  }

  @Test
  void whatIsBeingBuiltIsToldFromWhatNobodyHasBegun() {
    Seeker seeker = seeker();
    Journey offered = seeker.publishes(anIdea());
    Journey taken = seeker.publishes(anIdea());
    Candidate.starts(seeker.uptakes, taken.id());
    seeker.minutePasses();
    Answer free = seeker.finds("uptake", "OFFERED");
    assertThat(free.ids()).containsExactly(offered.id());
    assertThat(free.counts("uptake")).isEqualTo(Map.of("OFFERED", 1, "IN_PREPARATION", 1));
    assertThat(seeker.finds("uptake", "IN_PREPARATION,RUNNING").ids()).containsExactly(taken.id());
    assertThat(seeker.page("fr", "uptake", "OFFERED").body()).contains("Pas encore entreprise (1)");
  }

  @Test
  void aWinnerBearsItsBadge() {
    Seeker seeker = seeker();
    Edition edition = Edition.announced(seeker.rounds, aRound()).moved(OPENS);
    Journey winner = enters(seeker, edition);
    winner.does(new Command.OpenJudging(edition.id(), State.PUBLISHED, OptionalInt.of(1)));
    Map<Language, String> title = Map.of(Language.FR, "Le thym de nos montagnes");
    winner.does(new Command.TakeAward(edition.id(), Award.Place.WINNER, title));
    seeker.publishes(anIdea());
    seeker.minutePasses();
    Answer found = seeker.finds("award", "WINNER");
    assertThat(found.ids()).containsExactly(winner.id());
    assertThat(found.json().at("/items/0/awards/0/place").asText()).isEqualTo("WINNER");
    assertThat(seeker.page("fr", "q", "thym").body())
        .contains("Lauréate · <bdi lang=\"fr\">Le thym de nos montagnes</bdi>");
  }

  @Test
  void titlesOfRoundsCostThePageOneRequestMoreAndTheAnswerToAProgramNone() {
    Seeker seeker = seeker();
    enters(seeker, Edition.announced(seeker.rounds, aRound()).moved(OPENS));
    seeker.minutePasses();
    assertThat(seeker.searched.of(() -> seeker.finds("q", "thym")).requests()).isEqualTo(1);
    assertThat(seeker.searched.of(() -> seeker.page("fr", "q", "thym")).requests()).isEqualTo(2);
  }
}
