package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.jury.JurySamples.accept;
import static twiza.jury.JurySamples.assign;
import static twiza.jury.JurySamples.decided;
import static twiza.jury.JurySamples.enlist;
import static twiza.jury.RankingSamples.ranked;
import static twiza.jury.RankingSamples.ranking;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.ORGANISER;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twiza.idea.Award;
import twiza.jury.Announcement;
import twiza.jury.BallotPaper;
import twiza.jury.Juries;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.OwnResult;
import twiza.jury.Papers;
import twiza.jury.Ranking;
import twiza.jury.Rankings;
import twiza.jury.Results;
import twiza.jury.Review;
import twiza.jury.Verdict;
import twiza.place.Language;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.settings.TestKeys;

/** What is public stands where nothing stood before it was. */
class KeepingResultsTest {

  private static final Instant PUBLISHED = RESULTS.plusSeconds(3600);
  private static final Map<Language, String> SAID =
      Map.of(Language.FR, "Le jury félicite.", Language.AR, "تهنئ اللجنة.");
  private static final Ranking RANKING = ranking(1, ranked("a", 0.9), ranked("b", 0.3));

  private final LocalTable table = LocalTable.create();
  private final TableRounds rounds =
      new TableRounds(table.client(), table.name(), TestKeys.fingerprints());
  private final Juries juries = new TableJuries(table.client(), table.name());
  private final Papers papers = new TablePapers(table.client(), table.name());
  private final Rankings rankings = new TableRankings(table.client(), table.name());
  private final Results results = new TableResults(table.client(), table.name());
  private final Edition edition = Edition.announced(rounds, aRound());
  private final String round = edition.id();

  @BeforeEach
  void theJuryIsDone() {
    List.of("amina", "samir", "zineb").forEach(name -> does(enlist(name)));
    List.of("amina", "samir", "zineb").forEach(name -> does(accept(name)));
    does(assign("amina: a b", "samir: a", "zineb: a"));
    writes("amina", "a", "Chiffrez le transport.");
    writes("samir", "a", "Bravo.");
    writes("zineb", "a", "Recusé depuis.");
    Rankings.Computed computed =
        new Rankings.Computed(
            RANKING,
            List.of(review("J1", "a"), review("J2", "a"), review("J1", "b")),
            Map.of("J1", "amina", "J2", "samir"));
    edition.closed(RESULTS.plusSeconds(60));
    rankings.freeze(edition.round(), computed, RESULTS);
  }

  private static Review review(String juror, String idea) {
    return new Review(juror, idea, Map.of("INNOVATION", 4, "IMPACT", 5));
  }

  private void does(JuryCommand command) {
    Jury before = juries.of(round, "05");
    assertThat(juries.save(before, decided(before, command, Phase.JUDGING, MONDAY), "", MONDAY))
        .isTrue();
  }

  private void writes(String juror, String idea, String comment) {
    BallotPaper before = BallotPaper.blank(juror, idea, JURY);
    BallotPaper after =
        before.rewritten(
            new TreeMap<>(Map.of("INNOVATION", 4, "IMPACT", 5)),
            comment,
            "",
            true,
            JURY.plusSeconds(60));
    assertThat(papers.keep(edition.round(), before, after)).isEqualTo(Papers.Kept.KEPT);
  }

  private Verdict drafted() {
    Verdict before = results.verdict(round);
    Verdict after =
        new Verdict(round, before.version() + 1, SAID, List.of("b"), List.of("a"), "Le terrain.");
    assertThat(results.save(edition.round(), before, after, ORGANISER, RESULTS)).isTrue();
    return after;
  }

  private boolean publishes(Round before, Verdict verdict) {
    RoundOutcome outcome = RoundLife.decide(before, new RoundCommand.Publish(), PUBLISHED);
    Announcement announcement = Announcement.of(verdict, RANKING, true, PUBLISHED);
    return results.publish(
        before, (RoundOutcome.Accepted) outcome, verdict, announcement, ORGANISER);
  }

  private List<Item> events(String kind) {
    return table.everything().stream()
        .map(Item::new)
        .filter(item -> item.key().sort().startsWith(Keys.EVENT))
        .filter(item -> item.text("kind").equals(kind))
        .toList();
  }

  @Test
  void a_verdict_is_read_as_it_was_written_and_its_event_says_nothing_of_it() {
    assertThat(results.verdict(round)).isEqualTo(Verdict.none(round));
    Verdict verdict = drafted();
    assertThat(results.verdict(round)).isEqualTo(verdict);
    Item event = events("RESULTS_DRAFTED").getFirst();
    assertThat(event.text("by")).isEqualTo(ORGANISER);
    assertThat(event.map("data").attributes()).isEmpty();
    assertThat(event.has("tell")).isFalse();
  }

  @Test
  void who_was_slower_keeps_nothing() {
    Verdict none = results.verdict(round);
    drafted();
    Verdict late = new Verdict(round, 1, SAID, List.of("a"), List.of(), "");
    assertThat(results.save(edition.round(), none, late, ORGANISER, RESULTS)).isFalse();
    assertThat(results.verdict(round).winners()).containsExactly("b");
  }

  @Test
  void nothing_is_public_before_it_is_published() {
    drafted();
    assertThat(results.announced(round)).isEmpty();
    assertThat(results.announced(List.of(round, "none"))).isEmpty();
    assertThat(table.everything().toString()).doesNotContain("RESULTS#");
  }

  @Test
  void round_results_and_event_are_one_step() {
    Verdict verdict = drafted();
    assertThat(publishes(edition.round(), verdict)).isTrue();
    assertThat(edition.round().phase()).isEqualTo(Phase.PUBLISHED);
    Announcement announced = results.announced(round).orElseThrow();
    assertThat(announced).isEqualTo(Announcement.of(verdict, RANKING, true, PUBLISHED));
    assertThat(results.announced(List.of(round, "none"))).containsExactly(announced);
    Item event = events("ROUND_PUBLISHED").getFirst();
    assertThat(event.texts("tell")).containsExactlyInAnyOrder("ENTRANTS", "JURORS");
    assertThat(event.text("work")).isEqualTo("AWARD");
  }

  @Test
  void a_verdict_that_changed_meanwhile_is_not_published() {
    Verdict old = drafted();
    drafted();
    assertThat(publishes(edition.round(), old)).isFalse();
    assertThat(edition.round().phase()).isEqualTo(Phase.CLOSED);
    assertThat(results.announced(round)).isEmpty();
    assertThat(events("ROUND_PUBLISHED")).isEmpty();
  }

  @Test
  void two_who_press_at_once_publish_once_and_nothing_is_drafted_any_more() {
    Round before = edition.round();
    Verdict verdict = drafted();
    assertThat(publishes(before, verdict)).isTrue();
    assertThat(publishes(before, verdict)).isFalse();
    assertThat(results.save(before, verdict, verdict, ORGANISER, PUBLISHED)).isFalse();
    assertThat(events("ROUND_PUBLISHED")).hasSize(1);
  }

  @Test
  void an_author_is_told_their_marks_and_what_counted_jurors_wrote_but_what_is_held_back() {
    Verdict verdict = drafted();
    OwnResult foreseen = results.foreseen(verdict, "a").orElseThrow();
    assertThat(foreseen.place()).contains(Award.Place.FINALIST);
    assertThat(foreseen.comments()).containsExactly("Bravo.", "Chiffrez le transport.");
    BallotPaper paper = papers.find(round, "samir", "a").orElseThrow();
    papers.withhold(edition.round(), paper, Optional.of("Trop court."), ORGANISER, RESULTS);
    publishes(edition.round(), verdict);
    Announcement announced = results.announced(round).orElseThrow();
    OwnResult own = results.own(announced, "a").orElseThrow();
    assertThat(own.comments()).containsExactly("Chiffrez le transport.");
    assertThat(own.reviews()).isEqualTo(2);
    assertThat(own.leftOut()).isEqualTo(1);
    assertThat(own.byCriterion()).isEqualTo(Map.of("INNOVATION", 10.0 / 3, "IMPACT", 2.0));
    assertThat(own.score()).isEqualTo(OptionalDouble.of(3.76));
    OwnResult unread = results.own(announced, "unread").orElseThrow();
    assertThat(unread.place()).isEmpty();
    assertThat(unread.score()).isEmpty();
    assertThat(unread.comments()).isEmpty();
    assertThat(results.own(announced, "elsewhere")).isEmpty();
  }
}
