package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.jury.JurySamples.accept;
import static twiza.jury.JurySamples.assign;
import static twiza.jury.JurySamples.decided;
import static twiza.jury.JurySamples.enlist;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.ORGANISER;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twiza.jury.BallotPaper;
import twiza.jury.Conflict;
import twiza.jury.Juries;
import twiza.jury.Jury;
import twiza.jury.JuryCommand;
import twiza.jury.Papers;
import twiza.jury.Papers.Kept;
import twiza.jury.Papers.Progress;
import twiza.jury.Review;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.settings.TestKeys;

/** Whether a review is in time, and its juror may write it, is a condition of the write. */
class KeepingPapersTest {

  private static final Instant IN_TIME = JURY.plus(Duration.ofDays(1));
  private static final Map<String, Integer> GOOD = Map.of("INNOVATION", 4, "IMPACT", 5);

  private final LocalTable table = LocalTable.create();
  private final TableRounds rounds =
      new TableRounds(table.client(), table.name(), TestKeys.fingerprints());
  private final Juries juries = new TableJuries(table.client(), table.name());
  private final Papers papers = new TablePapers(table.client(), table.name());
  private final Edition edition = Edition.announced(rounds, aRound());

  @BeforeEach
  void aminaAndSamirRead() {
    List.of("amina", "samir").forEach(name -> does(enlist(name)));
    List.of("amina", "samir").forEach(name -> does(accept(name)));
    does(assign("amina: a b", "samir: a"));
  }

  private void does(JuryCommand command) {
    Jury before = juries.of(edition.id(), "05");
    assertThat(juries.save(before, decided(before, command, Phase.JUDGING, MONDAY), "", MONDAY))
        .isTrue();
  }

  private BallotPaper paper(String juror, String idea) {
    return papers
        .find(edition.id(), juror, idea)
        .orElseGet(() -> BallotPaper.blank(juror, idea, MONDAY));
  }

  private Kept writes(String juror, String idea, boolean submitted, Instant at) {
    BallotPaper before = paper(juror, idea);
    BallotPaper after =
        before.rewritten(new TreeMap<>(GOOD), "Chiffrez.", "Solide.", submitted, at);
    return papers.keep(edition.round(), before, after);
  }

  private Kept submits(String juror, String idea, Instant at) {
    return writes(juror, idea, true, at);
  }

  private List<Item> events() {
    return table.everything().stream()
        .map(Item::new)
        .filter(item -> item.key().sort().startsWith(Keys.EVENT + Keys.REVIEW))
        .sorted((one, other) -> one.key().sort().compareTo(other.key().sort()))
        .toList();
  }

  @Test
  void it_is_read_as_it_was_written() {
    assertThat(papers.find(edition.id(), "amina", "a")).isEmpty();
    assertThat(writes("amina", "a", false, IN_TIME)).isEqualTo(Kept.KEPT);
    assertThat(submits("amina", "b", IN_TIME)).isEqualTo(Kept.KEPT);
    assertThat(submits("samir", "a", IN_TIME)).isEqualTo(Kept.KEPT);
    BallotPaper draft = paper("amina", "a");
    assertThat(draft)
        .isEqualTo(
            new BallotPaper(
                "amina",
                "a",
                1,
                new TreeMap<>(GOOD),
                "Chiffrez.",
                "Solide.",
                false,
                IN_TIME,
                Optional.empty()));
    BallotPaper submitted = paper("amina", "b");
    BallotPaper samirs = paper("samir", "a");
    assertThat(submitted.review()).contains(new Review("amina", "b", GOOD));
    assertThat(papers.by(edition.id(), "amina")).containsExactly(draft, submitted);
    assertThat(papers.about(edition.id(), "a")).containsExactly(draft, samirs);
    assertThat(papers.of(edition.id())).containsExactly(draft, submitted, samirs);
    assertThat(papers.progress(edition.id()))
        .containsExactly(
            new Progress("amina", "a", false),
            new Progress("amina", "b", true),
            new Progress("samir", "a", true));
    assertThat(papers.submitted(edition.id(), "amina", List.of("a", "b"))).isEqualTo(1);
  }

  @Test
  void what_counts_is_taken_to_the_millisecond_though_nothing_has_moved_the_phase() {
    assertThat(edition.round().phase()).isEqualTo(Phase.ANNOUNCED);
    assertThat(submits("amina", "a", JURY.minusMillis(1))).isEqualTo(Kept.NOT_JUDGING);
    assertThat(submits("amina", "a", RESULTS)).isEqualTo(Kept.NOT_JUDGING);
    assertThat(papers.of(edition.id())).isEmpty();
    assertThat(submits("amina", "a", JURY)).isEqualTo(Kept.KEPT);
    assertThat(submits("amina", "b", RESULTS.minusMillis(1))).isEqualTo(Kept.KEPT);
    assertThat(writes("amina", "a", false, RESULTS)).isEqualTo(Kept.NOT_JUDGING);
    assertThat(paper("amina", "a").submitted()).isTrue();
  }

  @Test
  void sent_in_time_it_is_kept_after_the_round_has_moved_on() {
    edition.moved(RESULTS);
    assertThat(submits("amina", "a", RESULTS.minusMillis(1))).isEqualTo(Kept.KEPT);
  }

  @Test
  void a_round_that_is_cancelled_takes_nothing_any_more() {
    edition.cancelled("Report", IN_TIME);
    assertThat(submits("amina", "a", IN_TIME)).isEqualTo(Kept.NOT_JUDGING);
  }

  @Test
  void whoever_does_not_read_the_idea_any_more_submits_nothing_about_it() {
    assertThat(submits("samir", "b", IN_TIME)).isEqualTo(Kept.NOT_ASSIGNED);
    assertThat(submits("nobody", "a", IN_TIME)).isEqualTo(Kept.NOT_ASSIGNED);
    does(new JuryCommand.Recuse("amina", "a", Conflict.PERSONAL));
    assertThat(submits("amina", "a", IN_TIME)).isEqualTo(Kept.NOT_ASSIGNED);
    does(new JuryCommand.Remove("amina"));
    assertThat(submits("amina", "b", IN_TIME)).isEqualTo(Kept.NOT_ASSIGNED);
    assertThat(papers.of(edition.id())).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void only_who_has_accepted_submits() {
    does(enlist("zineb"));
    does(new JuryCommand.Invite(Set.of("zineb")));
    does(assign("amina: a", "zineb: a b"));
    assertThat(submits("zineb", "a", IN_TIME)).isEqualTo(Kept.NOT_ASSIGNED);
    does(accept("zineb"));
    assertThat(submits("zineb", "a", IN_TIME)).isEqualTo(Kept.KEPT);
  }

  @Test
  void submitting_and_undoing_it_are_events_without_a_mark_or_a_word() {
    writes("amina", "a", false, IN_TIME);
    assertThat(events()).isEmpty();
    submits("amina", "a", IN_TIME);
    writes("amina", "a", false, IN_TIME);
    assertThat(events())
        .extracting(item -> item.text("kind"))
        .containsExactly("REVIEW_SUBMITTED", "REVIEW_REOPENED");
    assertThat(events().getFirst().map("data").text("idea")).isEqualTo("a");
    assertThat(events().toString()).doesNotContain("INNOVATION", "Chiffrez", "Solide");
    assertThat(events().getFirst().has("tell")).isFalse();
  }

  @Test
  void whoever_has_an_old_paper_before_their_eyes_changes_nothing() {
    BallotPaper blank = paper("amina", "a");
    BallotPaper mine = blank.rewritten(new TreeMap<>(GOOD), "", "", false, IN_TIME);
    BallotPaper counted = blank.rewritten(new TreeMap<>(GOOD), "", "", true, IN_TIME);
    assertThat(papers.keep(edition.round(), blank, mine)).isEqualTo(Kept.KEPT);
    assertThat(papers.keep(edition.round(), blank, mine)).isEqualTo(Kept.STALE);
    assertThat(papers.keep(edition.round(), blank, counted)).isEqualTo(Kept.STALE);
    submits("amina", "a", IN_TIME);
    assertThat(
            papers.keep(edition.round(), mine, mine.rewritten(mine.marks(), "", "", false, JURY)))
        .isEqualTo(Kept.STALE);
    assertThat(paper("amina", "a").version()).isEqualTo(2);
  }

  @Test
  void two_devices_that_submit_at_once_keep_one_paper() throws Exception {
    BallotPaper before = paper("amina", "a");
    try (ExecutorService devices = Executors.newFixedThreadPool(8)) {
      List<Future<Kept>> kept =
          IntStream.range(0, 8)
              .mapToObj(it -> before.rewritten(new TreeMap<>(GOOD), "", "N° " + it, true, IN_TIME))
              .map(after -> devices.submit(() -> papers.keep(edition.round(), before, after)))
              .toList();
      int won = 0;
      for (Future<Kept> each : kept) {
        won += each.get() == Kept.KEPT ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
    assertThat(paper("amina", "a").version()).isEqualTo(1);
    assertThat(events()).hasSize(1);
  }

  @Test
  void a_comment_is_held_back_with_a_reason_and_let_go() {
    submits("amina", "a", IN_TIME);
    BallotPaper before = paper("amina", "a");
    Optional<String> why = Optional.of("Nomme un tiers.");
    assertThat(papers.withhold(edition.round(), before, why, ORGANISER, RESULTS)).isTrue();
    assertThat(papers.withhold(edition.round(), before, why, ORGANISER, RESULTS)).isFalse();
    BallotPaper held = paper("amina", "a");
    assertThat(held.withheld()).isEqualTo(why);
    assertThat(held.comment()).isEqualTo("Chiffrez.");
    assertThat(held.review()).isEqualTo(before.review());
    assertThat(papers.withhold(edition.round(), held, Optional.empty(), ORGANISER, RESULTS))
        .isTrue();
    assertThat(paper("amina", "a").withheld()).isEmpty();
    assertThat(events())
        .extracting(item -> item.text("kind"))
        .containsExactly("REVIEW_SUBMITTED", "COMMENT_WITHHELD", "COMMENT_RELEASED");
    assertThat(events().get(1).text("by")).isEqualTo(ORGANISER);
    assertThat(events().toString()).doesNotContain("Nomme un tiers");
  }
}
