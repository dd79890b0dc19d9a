package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.fatima;
import static twiza.idea.Samples.moha;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.ORGANISER;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.access.Busy;
import twiza.access.Fingerprints;
import twiza.idea.Card;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry;
import twiza.idea.Ideas;
import twiza.idea.Ideas.Entering;
import twiza.idea.Ideas.Submission;
import twiza.idea.Journey;
import twiza.idea.Listing;
import twiza.idea.Samples;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.Via;
import twiza.settings.TestKeys;

/** Whether an idea is in time is a condition of the write that lets it in. */
class EnteringARoundTest {

  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Instant IN_TIME = OPENS.plus(Duration.ofDays(1));
  private static final String CODE = "K7QM2XWP";
  private static final int CROWD = 60;

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableRounds rounds = new TableRounds(table.client(), table.name(), fingerprints);
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final TableEntries entries = new TableEntries(table.client(), table.name(), fingerprints);
  private final TableLateCodes codes =
      new TableLateCodes(table.client(), table.name(), fingerprints);

  private Submission sends(Edition edition, Instant at) {
    return sends(edition, at, Via.AUTHOR, "", anIdea());
  }

  private Submission sends(
      Edition edition, Instant at, Via via, String code, Samples.Sample sample) {
    return ideas.submit(sample.sentAt(at).submissionFor(edition.round(), via, code));
  }

  /** And meanwhile the sweep moves the round on. */
  @Test
  void all_of_a_crowd_that_presses_at_the_last_instant() throws Exception {
    Edition edition = Edition.announced(rounds, aRound()).moved(OPENS);
    CyclicBarrier together = new CyclicBarrier(CROWD + 1);
    Round open = edition.round();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Submission>> sent = new ArrayList<>();
      for (int i = 0; i < CROWD; i++) {
        Samples.Sample sample =
            anIdea().by(moha().reachedAt(new Contact.Phone("+2126620000" + (10 + i))));
        sent.add(
            crowd.submit(
                () -> {
                  together.await();
                  return ideas.submit(sample.sentAt(CLOSES).submissionFor(open, Via.AUTHOR, ""));
                }));
      }
      together.await();
      Instant over = CLOSES.plusMillis(1);
      while (edition.round().phase() == Phase.OPEN) {
        moves(edition, over);
      }
      for (Future<Submission> one : sent) {
        assertThat(one.get()).isEqualTo(KEPT);
      }
    }
    assertThat(edition.round().entered()).isEqualTo(CROWD);
    assertThat(edition.round().phase()).isEqualTo(Phase.SCREENING);
  }

  /** As a sweep does, which comes again when others are faster every time. */
  private void moves(Edition edition, Instant at) {
    try {
      rounds.settle(
          edition.round(),
          "",
          at,
          "",
          round -> RoundLife.decide(round, new RoundCommand.DoWhatIsDue(), at));
    } catch (Busy _) {
      Thread.onSpinWait();
    }
  }

  private static final Submission KEPT = new Submission.Kept();
  private static final Submission TOO_LATE = new Submission.NotEntered(Entering.CLOSED);

  @Test
  void to_the_millisecond_though_nothing_has_moved_the_phase() {
    Edition edition = Edition.announced(rounds, aRound());
    assertThat(sends(edition, OPENS.minusMillis(1))).isEqualTo(TOO_LATE);
    assertThat(sends(edition, OPENS)).isEqualTo(KEPT);
    assertThat(sends(edition, CLOSES)).isEqualTo(KEPT);
    assertThat(sends(edition, CLOSES.plusMillis(1))).isEqualTo(TOO_LATE);
    assertThat(edition.round().entered()).isEqualTo(2);
    assertThat(entries.of(edition.id())).hasSize(2);
  }

  @Test
  void sent_in_time_and_kept_after_everything_has_moved_on() {
    Edition edition = Edition.announced(rounds, aRound());
    Round opened = edition.moved(OPENS).round();
    edition.moved(JURY);
    assertThat(ideas.submit(anIdea().sentAt(CLOSES).submissionFor(opened, Via.AUTHOR, "")))
        .isEqualTo(KEPT);
  }

  @Test
  void the_grace_that_was_declared_counts() {
    Edition edition = Edition.announced(rounds, aRound().graceOf(Duration.ofMinutes(10)));
    assertThat(sends(edition, CLOSES.plus(Duration.ofMinutes(10)))).isEqualTo(KEPT);
    assertThat(sends(edition, CLOSES.plus(Duration.ofMinutes(10)).plusMillis(1)))
        .isEqualTo(TOO_LATE);
  }

  @Test
  void a_deadline_extended_meanwhile_is_the_one_that_counts() {
    Edition edition = Edition.announced(rounds, aRound());
    Round old = edition.round();
    edition.replanned(aRound().between(OPENS, CLOSES.plus(Duration.ofDays(1))).plan(), TUESDAY);
    assertThat(
            ideas.submit(anIdea().sentAt(CLOSES.plusMillis(1)).submissionFor(old, Via.AUTHOR, "")))
        .isEqualTo(KEPT);
  }

  @Test
  void neither_a_draft_nor_a_cancelled_round_takes_any() {
    Edition draft = Edition.drafted(rounds, aRound());
    assertThat(sends(draft, IN_TIME)).isEqualTo(TOO_LATE);
    Edition cancelled = Edition.announced(rounds, aRound()).moved(OPENS);
    Round open = cancelled.round();
    cancelled.cancelled("Report", OPENS);
    assertThat(ideas.submit(anIdea().sentAt(IN_TIME).submissionFor(open, Via.AUTHOR, "")))
        .isEqualTo(TOO_LATE);
  }

  @Test
  void nothing_of_an_idea_that_is_refused_is_kept() {
    Edition edition = Edition.announced(rounds, aRound());
    Samples.Sample sample = anIdea();
    assertThat(sends(edition, CLOSES.plusMillis(1), Via.AUTHOR, "", sample)).isEqualTo(TOO_LATE);
    assertThat(ideas.find(sample.id())).isEmpty();
    assertThat(ideas.submit(sample.submission())).isEqualTo(KEPT);
  }

  @Test
  void an_author_has_as_many_as_the_rules_allow_whichever_way_they_come() {
    Edition edition = Edition.announced(rounds, aRound().takingPerAuthor(2));
    Journey first = Journey.published(ideas, anIdea());
    assertThat(first.enters(edition.round(), Via.AUTHOR, IN_TIME, "")).isEqualTo(Entering.TAKEN);
    assertThat(sends(edition, IN_TIME)).isEqualTo(KEPT);
    Submission third = sends(edition, IN_TIME, Via.ORGANISER, "", anIdea());
    assertThat(third).isEqualTo(new Submission.NotEntered(Entering.TOO_MANY));
    assertThat(sends(edition, IN_TIME, Via.AUTHOR, "", anIdea().by(moha()))).isEqualTo(KEPT);
    assertThat(edition.round().entered()).isEqualTo(3);
  }

  @Test
  void who_takes_one_out_may_enter_another() {
    Edition edition = Edition.announced(rounds, aRound().takingPerAuthor(1));
    Journey first = Journey.published(ideas, anIdea());
    first.enters(edition.round(), Via.AUTHOR, IN_TIME, "");
    Journey second = Journey.published(ideas, anIdea());
    assertThat(second.enters(edition.round(), Via.AUTHOR, IN_TIME, ""))
        .isEqualTo(Entering.TOO_MANY);
    first.left(edition.round());
    assertThat(second.enters(edition.round(), Via.AUTHOR, IN_TIME, "")).isEqualTo(Entering.TAKEN);
    assertThat(entries.of(edition.id()))
        .extracting(Entrant::place)
        .containsExactlyInAnyOrder(Entry.Place.LEFT, Entry.Place.ENTERED);
  }

  @Test
  void what_is_withdrawn_or_erased_leaves_its_place_to_another_of_its_authors() {
    Edition edition = Edition.announced(rounds, aRound().takingPerAuthor(1));
    for (int i = 0; i < 2; i++) {
      Journey journey = Journey.published(ideas, anIdea());
      assertThat(journey.enters(edition.round(), Via.AUTHOR, IN_TIME, ""))
          .isEqualTo(Entering.TAKEN);
      Journey gone = i == 0 ? journey.withdrawn() : journey.erased(true);
      assertThat(gone.dossier().idea().entry(edition.id())).isPresent();
    }
    assertThat(sends(edition, IN_TIME)).isEqualTo(KEPT);
  }

  @Test
  void what_changed_meanwhile_does_not_enter_on_old_news() {
    Edition edition = Edition.announced(rounds, aRound());
    Journey journey = Journey.published(ideas, anIdea());
    Command enter = new Command.Enter(edition.id(), Via.AUTHOR, JURY);
    Ideas.Edit edit = journey.edit(enter, "", "");
    journey.withdrawn();
    assertThat(ideas.enter(edit, new Ideas.Ticket(edition.round(), Via.AUTHOR, IN_TIME, "")))
        .isEqualTo(Entering.STALE);
    assertThat(edition.round().entered()).isZero();
  }

  @Test
  void a_late_code_lets_its_author_in_once_until_the_jury_begins() {
    Edition edition = Edition.announced(rounds, aRound()).moved(CLOSES.plusMillis(1));
    codes.issue(edition.round(), CODE, fatima().contact(), ORGANISER, CLOSES.plusSeconds(60));
    Submission wrong = new Submission.NotEntered(Entering.WRONG_CODE);
    assertThat(sends(edition, JURY, Via.LATE_CODE, "AAAAAAAA", anIdea())).isEqualTo(wrong);
    assertThat(sends(edition, JURY, Via.LATE_CODE, CODE, anIdea().by(moha()))).isEqualTo(wrong);
    assertThat(sends(edition, JURY.plusMillis(1), Via.LATE_CODE, CODE, anIdea()))
        .isEqualTo(TOO_LATE);
    assertThat(sends(edition, JURY, Via.LATE_CODE, CODE, anIdea())).isEqualTo(KEPT);
    assertThat(sends(edition, JURY, Via.LATE_CODE, CODE, anIdea())).isEqualTo(wrong);
  }

  @Test
  void a_late_code_is_one_rounds_own_and_known_to_its_event_only_as_a_hash() {
    Edition edition = Edition.announced(rounds, aRound()).moved(CLOSES.plusMillis(1));
    Edition other = Edition.announced(rounds, aRound()).moved(CLOSES.plusMillis(1));
    assertThat(issued(edition)).isTrue();
    assertThat(issued(edition)).isFalse();
    assertThat(sends(other, JURY, Via.LATE_CODE, CODE, anIdea()))
        .isEqualTo(new Submission.NotEntered(Entering.WRONG_CODE));
    assertThat(table.everything().toString())
        .contains("ROUND_LATE_CODE_ISSUED")
        .doesNotContain(CODE);
  }

  private boolean issued(Edition edition) {
    return codes.issue(edition.round(), CODE, fatima().contact(), ORGANISER, CLOSES);
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTHOR", "ROOM"})
  void only_late_codes_and_organisers_come_after_the_deadline(Via via) {
    Edition edition = Edition.announced(rounds, aRound());
    assertThat(sends(edition, JURY, via, "", anIdea())).isEqualTo(TOO_LATE);
    assertThat(sends(edition, JURY, Via.ORGANISER, "", anIdea())).isEqualTo(KEPT);
  }

  /** The table's own clean-up takes it away, by the instant that the item names. */
  @Test
  void whose_ideas_they_are_is_forgotten_long_after_the_last_can_be_sent() {
    Edition edition = Edition.announced(rounds, aRound());
    ideas.submit(anIdea().sentAt(OPENS).submissionFor(edition.round(), Via.AUTHOR, ""));

    assertThat(table.everything())
        .filteredOn(item -> item.get("SK").s().startsWith("AUTHOR#"))
        .singleElement()
        .satisfies(
            item ->
                assertThat(Instant.ofEpochSecond(Long.parseLong(item.get("expiresAt").n())))
                    .isEqualTo(JURY.plus(Duration.ofDays(90))));
  }

  @Test
  void what_waits_for_a_moderator_and_what_the_public_may_read_follow_each_idea() {
    Edition edition = Edition.announced(rounds, aRound());
    Samples.Sample sample = anIdea().sentAt(IN_TIME);
    ideas.submit(sample.submissionFor(edition.round(), Via.AUTHOR, ""));
    Journey journey = Journey.continues(ideas, sample.id());
    assertThat(waiting(edition)).isEmpty();
    journey.confirmed();
    assertThat(waiting(edition)).extracting(Entrant::idea).containsExactly(sample.id());
    assertThat(shown(edition)).isEmpty();
    journey.approved();
    assertThat(waiting(edition)).isEmpty();
    assertThat(shown(edition)).containsExactly(sample.id());
    journey.withdrawn();
    assertThat(shown(edition)).isEmpty();
    assertThat(entries.of(edition.id()))
        .extracting(Entrant::standing)
        .containsExactly(Entry.Standing.OUT);
  }

  private List<Entrant> waiting(Edition edition) {
    return ((Listing.Page<Entrant>) entries.waiting(edition.id(), "", 10)).items();
  }

  private List<String> shown(Edition edition) {
    return ((Listing.Page<Card>) entries.shown(edition.id(), "", 10))
        .items().stream().map(Card::id).toList();
  }
}
