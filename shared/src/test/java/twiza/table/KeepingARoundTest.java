package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.ORGANISER;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aPlan;
import static twiza.round.RoundSamples.aRound;
import static twiza.round.RoundSamples.seeded;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.access.Fingerprints;
import twiza.idea.Dues;
import twiza.idea.Listing;
import twiza.idea.Samples;
import twiza.round.Edition;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;
import twiza.round.RoundSamples;
import twiza.round.Rounds;
import twiza.round.Via;
import twiza.settings.TestKeys;

class KeepingARoundTest {

  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableRounds rounds = new TableRounds(table.client(), table.name(), fingerprints);
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final TableDues dues = new TableDues(table.client(), table.name());

  private List<Item> items(String id, String sort) {
    return table.everything().stream()
        .map(Item::new)
        .filter(item -> item.key().partition().equals("ROUND#" + id))
        .filter(item -> item.key().sort().startsWith(sort))
        .sorted((one, other) -> one.key().sort().compareTo(other.key().sort()))
        .toList();
  }

  private List<String> kinds(Edition edition) {
    return items(edition.id(), Keys.EVENT).stream().map(item -> item.text("kind")).toList();
  }

  private Item lastEvent(Edition edition) {
    return items(edition.id(), Keys.EVENT).getLast();
  }

  private static List<String> ids(Listing<Round> listing) {
    return ((Listing.Page<Round>) listing).items().stream().map(Round::id).toList();
  }

  @Test
  void it_is_read_as_it_was_written_through_its_whole_life() {
    Edition edition = Edition.drafted(rounds, aRound().live());
    assertThat(edition.round().plan()).isEqualTo(aRound().live().plan());
    edition.announced(TUESDAY).moved(OPENS).moved(OPENS.plus(Duration.ofHours(2)).plusMillis(1));
    assertThat(edition.round().roomCode()).isEqualTo(Edition.ROOM_CODE);
    assertThat(edition.round().phase()).isEqualTo(Phase.JUDGING);
    assertThat(kinds(edition))
        .containsExactly(
            "ROUND_DRAFTED",
            "ROUND_ANNOUNCED",
            "ROUND_OPENED",
            "ROUND_SUBMISSIONS_CLOSED",
            "ROUND_JUDGING_OPENED");
  }

  @Test
  void each_plan_stays_to_be_read_and_only_plans_make_one() {
    Edition edition = Edition.drafted(rounds, aRound());
    edition.replanned(seeded(aPlan(), 7), TUESDAY).announced(TUESDAY).moved(OPENS);
    List<Item> plans = items(edition.id(), "PLAN#");
    assertThat(plans).extracting(Item::key).extracting(Keys::number).containsExactly(1L, 2L);
    assertThat(plans.getLast().map("plan").number("seed")).isEqualTo(7);
    assertThat(lastEvent(edition).has("by")).isFalse();
  }

  @Test
  void events_say_who_did_it_and_hold_no_text() {
    Edition edition = Edition.announced(rounds, aRound());
    Plan longer = aRound().between(OPENS, CLOSES.plus(Duration.ofDays(2))).plan();
    edition.replanned(longer, TUESDAY);
    Item event = lastEvent(edition);
    assertThat(event.text("by")).isEqualTo(ORGANISER);
    assertThat(event.text("GSI3PK")).isEqualTo("AUDIT#05#2026-05");
    assertThat(event.texts("tell")).containsExactlyInAnyOrder("ENTRANTS", "JURORS", "ORGANISERS");
    assertThat(event.map("data").texts("parts"))
        .containsExactlyInAnyOrder("SUBMISSIONS_CLOSE", "JUDGING_OPENING", "JUDGING_CLOSE");
    assertThat(event.toString()).doesNotContain("Moyen Atlas");
  }

  @Test
  void a_change_that_moves_no_date_and_a_draft_concern_nobody() {
    Edition edition = Edition.drafted(rounds, aRound());
    edition.replanned(aRound().between(OPENS, JURY).plan(), TUESDAY);
    assertThat(lastEvent(edition).has("tell")).isFalse();
    edition.announced(TUESDAY).replanned(seeded(edition.round().plan(), 7), TUESDAY);
    assertThat(lastEvent(edition).has("tell")).isFalse();
    Edition draft = Edition.drafted(rounds, aRound()).cancelled("Doublon", TUESDAY);
    assertThat(lastEvent(draft).has("tell")).isFalse();
  }

  @Test
  void those_who_are_not_ready_are_reminded_while_there_is_time() {
    Edition inTime = Edition.announced(rounds, aRound()).moved(JURY.minus(Duration.ofDays(1)));
    assertThat(lastEvent(inTime).texts("tell"))
        .containsExactlyInAnyOrder("UNREADY_ENTRANTS", "ORGANISERS");
    Edition late = Edition.announced(rounds, aRound()).moved(JURY);
    assertThat(items(late.id(), Keys.EVENT).stream().filter(it -> it.has("tell")))
        .noneMatch(item -> item.text("kind").equals("ROUND_REMINDED"));
  }

  @Test
  void why_it_was_cancelled_is_kept_apart_from_its_event() {
    Edition edition = Edition.announced(rounds, aRound());
    assertThat(rounds.reason(edition.id())).isEmpty();
    edition.cancelled("La salle a brûlé.", TUESDAY);
    assertThat(rounds.reason(edition.id())).isEqualTo("La salle a brûlé.");
    assertThat(lastEvent(edition).texts("tell"))
        .containsExactlyInAnyOrder("ENTRANTS", "JURORS", "ORGANISERS", "MODERATORS");
    assertThat(lastEvent(edition).toString()).doesNotContain("salle");
  }

  @Test
  void whoever_has_an_old_version_before_their_eyes_changes_nothing() {
    Edition edition = Edition.drafted(rounds, aRound());
    Round old = edition.round();
    edition.replanned(seeded(aPlan(), 7), TUESDAY);
    assertThat(rounds.save(announcement(old))).isFalse();
    assertThat(edition.round().phase()).isEqualTo(Phase.DRAFT);
    assertThat(kinds(edition)).containsExactly("ROUND_DRAFTED", "ROUND_CHANGED");
  }

  private static Rounds.Edit announcement(Round round) {
    RoundOutcome outcome =
        RoundLife.decide(round, new RoundCommand.Announce(Edition.ROOM_CODE), TUESDAY);
    return new Rounds.Edit(
        Optional.of(round), (RoundOutcome.Accepted) outcome, ORGANISER, TUESDAY, "");
  }

  @Test
  void an_idea_sent_meanwhile_is_counted_before_a_deadline_is_shortened() {
    Edition edition = Edition.announced(rounds, aRound()).moved(OPENS);
    Round before = edition.round();
    Samples.Sample sample = Samples.anIdea().sentAt(OPENS.plusSeconds(1));
    ideas.submit(sample.submissionFor(before, Via.AUTHOR, ""));
    Plan shorter = aRound().between(OPENS, CLOSES.minus(Duration.ofDays(1))).plan();
    Instant now = OPENS.plusSeconds(2);
    RoundOutcome outcome = RoundLife.decide(before, new RoundCommand.Replan(shorter), now);
    assertThat(
            rounds.save(
                new Rounds.Edit(
                    Optional.of(before), (RoundOutcome.Accepted) outcome, ORGANISER, now, "")))
        .isFalse();
    Rounds.Settled settled =
        rounds.settle(
            before,
            ORGANISER,
            now,
            "",
            round -> RoundLife.decide(round, new RoundCommand.Replan(shorter), now));
    assertThat(settled.outcome()).isInstanceOf(RoundOutcome.Refused.class);
    assertThat(edition.round().entered()).isEqualTo(1);
  }

  @Test
  void the_same_id_is_drafted_once() {
    RoundSamples.Sample sample = aRound();
    Edition.drafted(rounds, sample);
    Rounds.Edit again = new Rounds.Edit(Optional.empty(), sample.drafted(), ORGANISER, MONDAY, "");
    assertThat(rounds.save(again)).isFalse();
  }

  @Test
  void drafts_are_apart_from_what_is_announced() {
    Edition draft = Edition.drafted(rounds, aRound());
    Edition announced = Edition.announced(rounds, aRound());
    Edition cancelled = Edition.announced(rounds, aRound()).cancelled("Report", TUESDAY);
    Edition.announced(rounds, aRound().in("06"));
    assertThat(rounds.drafts("05")).extracting(Round::id).containsExactly(draft.id());
    assertThat(ids(rounds.announced("05", "", 10)))
        .containsExactlyInAnyOrder(announced.id(), cancelled.id());
    draft.announced(TUESDAY);
    assertThat(rounds.drafts("05")).isEmpty();
  }

  @Test
  void the_one_that_opens_last_comes_first_page_by_page() {
    List<Edition> editions =
        List.of(3, 1, 2, 4).stream()
            .map(week -> OPENS.plus(Duration.ofDays(7L * week)))
            .map(opens -> aRound().between(opens, opens.plus(Duration.ofDays(3))))
            .map(sample -> Edition.announced(rounds, sample))
            .toList();
    Listing.Page<Round> first = (Listing.Page<Round>) rounds.announced("05", "", 3);
    assertThat(ids(first))
        .containsExactly(editions.get(3).id(), editions.get(0).id(), editions.get(2).id());
    assertThat(ids(rounds.announced("05", first.next().orElseThrow(), 3)))
        .containsExactly(editions.get(1).id());
    assertThat(rounds.announced("06", first.next().orElseThrow(), 3))
        .isEqualTo(new Listing.BadCursor<Round>());
  }

  @Test
  void it_is_due_when_it_moves_on_or_reminds_and_when_it_is_over_no_more() {
    Edition edition = Edition.drafted(rounds, aRound());
    assertThat(dues.by(RESULTS)).isEmpty();
    edition.announced(TUESDAY);
    assertThat(dues.by(OPENS.minusMillis(1))).isEmpty();
    assertThat(dues.by(OPENS)).containsExactly(new Dues.Due("ROUND", edition.id(), OPENS));
    edition.moved(OPENS);
    Instant closed = CLOSES.plusMillis(1);
    assertThat(dues.by(RESULTS)).containsExactly(new Dues.Due("ROUND", edition.id(), closed));
    edition.moved(closed);
    Instant reminds = JURY.minus(Duration.ofDays(2));
    assertThat(dues.by(RESULTS)).containsExactly(new Dues.Due("ROUND", edition.id(), reminds));
    edition.cancelled("Report", closed);
    assertThat(dues.by(RESULTS)).isEmpty();
    assertThat(edition.round().reminded()).isEqualTo(Set.of());
  }

  @Test
  void entries_that_do_not_know_yet_keep_it_due() {
    Edition edition = Edition.announced(rounds, aRound()).moved(JURY);
    assertThat(edition.round().settled()).isFalse();
    assertThat(dues.by(JURY)).hasSize(1);
  }
}
