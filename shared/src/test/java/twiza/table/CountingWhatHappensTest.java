package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.AZILAL;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.moha;
import static twiza.idea.Samples.titled;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import twiza.access.Fingerprints;
import twiza.board.Board;
import twiza.board.Counts;
import twiza.board.Figures;
import twiza.board.Mark;
import twiza.board.Milestone;
import twiza.board.Month;
import twiza.board.Period;
import twiza.board.Side;
import twiza.board.Trait;
import twiza.idea.Author;
import twiza.idea.Choice;
import twiza.idea.Command;
import twiza.idea.Contact;
import twiza.idea.Ideas;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.idea.Source;
import twiza.settings.TestKeys;
import twiza.uptake.Candidate;
import twiza.uptake.Stage;

/** What happens to ideas is found again in the figures of their region. */
class CountingWhatHappensTest {

  private static final YearMonth MAY = YearMonth.of(2026, 5);
  private static final Instant JUNE = Instant.parse("2026-06-10T10:00:00Z");

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final TableUptakes uptakes = new TableUptakes(table.client(), table.name(), fingerprints);
  private final TableLedger ledger = new TableLedger(table.client(), table.name());
  private final Board board = new Board(ledger);

  private List<Mark> marks() {
    return ledger.marks("05", MAY);
  }

  /** How often each milestone was reached in May. */
  private String counted() {
    Counts counts = counts();
    return List.of(Milestone.values()).stream()
        .filter(milestone -> counts.total(milestone) > 0)
        .map(milestone -> milestone + " " + counts.total(milestone))
        .collect(Collectors.joining(", "));
  }

  private Counts counts() {
    return figures().all();
  }

  private Figures figures() {
    return board.figures("05", new Period(MAY.atDay(1), MAY.atEndOfMonth()), JUNE);
  }

  @Test
  void an_idea_is_received_once_its_author_has_confirmed_it() {
    Journey journey = Journey.begins(ideas, anIdea());
    assertThat(counted()).isEmpty();
    journey.confirmed();
    assertThat(counted()).isEqualTo("RECEIVED 1");
  }

  @Test
  void one_that_came_by_phone_is_received_at_once() {
    Journey.begins(ideas, anIdea().by(moha()));
    assertThat(counted()).isEqualTo("RECEIVED 1");
  }

  @Test
  void one_that_is_reached_by_phone_after_all_is_received_then() {
    Journey.begins(ideas, anIdea()).isReachedAt(new Contact.Phone("+212612345678"));
    assertThat(counted()).isEqualTo("RECEIVED 1");
  }

  @Test
  void one_that_nobody_confirms_is_never_received() {
    Journey.begins(ideas, anIdea()).withdrawn();
    Journey.begins(ideas, anIdea()).waits(Duration.ofDays(2)).waits(Duration.ofDays(5));
    assertThat(counted()).isEmpty();
  }

  @Test
  void it_is_approved_once_however_often_it_is_corrected() {
    Journey.published(ideas, anIdea())
        .corrected(titled("Séchoir commun"))
        .approved()
        .decided(Choice.UNPUBLISH, "Sur demande")
        .corrected(titled("Séchoir solaire"))
        .approved();
    assertThat(counted()).isEqualTo("RECEIVED 1, APPROVED 1");
    assertThat(counts().decisions()).isEqualTo(3);
  }

  @Test
  void every_decision_is_timed_from_when_the_text_came() {
    Journey asked = Journey.begins(ideas, anIdea()).confirmed();
    asked.decided(Choice.REQUEST_CHANGES, "Précisez");
    asked.corrected(titled("Séchoir commun")).decided(Choice.REJECT, "Hors sujet");
    assertThat(marks())
        .filteredOn(mark -> mark.waited().isPresent())
        .extracting(mark -> mark.waited().orElseThrow())
        .containsExactly(Duration.ofHours(1), Duration.ofHours(1));
    assertThat(counts().within(0.9)).hasValue(1);
    assertThat(counted()).isEqualTo("RECEIVED 1");
  }

  @Test
  void it_counts_where_it_is_and_by_whom_it_was_sent() {
    Journey.published(ideas, anIdea().in(AZILAL));
    Counts counts = counts();
    assertThat(counts.by(Milestone.APPROVED, Side.PROVINCE)).isEqualTo(Map.of(AZILAL, 1));
    assertThat(counts.by(Milestone.APPROVED, Side.SECTOR))
        .isEqualTo(Map.of(anIdea().sheet().sector(), 1));
    assertThat(counts.by(Milestone.APPROVED, Side.KIND)).isEqualTo(Map.of("COOPERATIVE", 1));
    assertThat(ledger.marks("06", MAY)).isEmpty();
  }

  @Test
  void an_author_who_builds_it_is_counted_at_each_step_once() {
    Journey idea = Journey.published(ideas, anIdea());
    Candidate own = Candidate.starts(uptakes, idea.id());
    assertThat(counted()).isEqualTo("RECEIVED 1, APPROVED 1, TAKEN_UP 1");
    own.reported(Stage.REGISTERED).reported(Stage.RUNNING).reported(Stage.RUNNING);
    own.reported(Stage.REGISTERED).reported(Stage.RUNNING).reported(Stage.STOPPED);
    assertThat(counted()).isEqualTo("RECEIVED 1, APPROVED 1, TAKEN_UP 1, REGISTERED 1, RUNNING 1");
  }

  @Test
  void others_count_once_the_author_agreed_and_where_they_build_it() {
    Journey idea = Journey.published(ideas, anIdea().saying(Samples.offered()));
    Candidate itto = Candidate.asks(uptakes, idea.id()).confirmed();
    assertThat(counts().total(Milestone.TAKEN_UP)).isZero();
    itto.agreed();
    assertThat(counts().by(Milestone.TAKEN_UP, Side.PROVINCE)).isEqualTo(Map.of(AZILAL, 1));
    itto.reported(Stage.RUNNING);
    assertThat(counts().total(Milestone.REGISTERED)).isEqualTo(1);
    assertThat(counts().total(Milestone.RUNNING)).isEqualTo(1);
  }

  @Test
  void whoever_declines_or_joins_an_author_does_not_count() {
    Journey offered = Journey.published(ideas, anIdea().saying(Samples.offered()));
    Candidate.asks(uptakes, offered.id()).confirmed().declined();
    Journey carried = Journey.published(ideas, anIdea());
    Candidate.asks(uptakes, carried.id()).confirmed().agreed();
    assertThat(counts().total(Milestone.TAKEN_UP)).isZero();
  }

  @Test
  void a_file_that_was_undone_counts_no_longer_in_the_month_in_which_it_came() {
    Journey kept = Journey.begins(ideas, anIdea().enteredFrom(Source.IMPORT));
    Journey undone = Journey.begins(ideas, anIdea().enteredFrom(Source.IMPORT));
    assertThat(counted()).isEqualTo("RECEIVED 2");
    Ideas.Edit edit = undone.edit(new Command.UndoImport(), Samples.MODERATOR, "");
    assertThat(ideas.save(edit)).isTrue();
    assertThat(counted()).isEqualTo("RECEIVED 1");
    assertThat(kept.dossier().author()).isPresent();
  }

  @Test
  void an_author_who_erases_themselves_still_counts() {
    Journey.published(ideas, anIdea()).erased(false);
    assertThat(counted()).isEqualTo("RECEIVED 1, APPROVED 1");
  }

  @Test
  void a_closed_month_is_read_back_as_it_was() {
    Journey idea = Journey.published(ideas, anIdea());
    Candidate.starts(uptakes, idea.id()).reported(Stage.REGISTERED);
    Figures open = figures();
    board.closeMonths("05", JUNE);
    assertThat(ledger.closed("05", MAY, MAY)).hasSize(1);
    assertThat(figures()).isEqualTo(open);
    Month last = ledger.lastClosed("05").orElseThrow();
    assertThat(last.month()).isEqualTo(MAY);
    assertThat(last.shares().get(Trait.WOMEN).count()).isEqualTo(1);
    assertThat(last.shares().get(Trait.YOUTH).count()).isZero();
  }

  @Test
  void who_authors_are_is_counted_when_a_month_closes_and_of_those_who_are_still_there() {
    Journey.begins(ideas, anIdea()).confirmed();
    Journey.begins(ideas, anIdea()).confirmed().erased(false);
    assertThat(ledger.authors("05", MAY)).isEqualTo(Map.of(Trait.WOMEN, 1));
  }

  @Test
  void a_month_closes_once() {
    board.closeMonths("05", JUNE);
    Journey.begins(ideas, anIdea()).confirmed();
    board.closeMonths("05", JUNE.plus(1, ChronoUnit.DAYS));
    assertThat(counted()).isEmpty();
  }

  @Test
  void what_is_counted_holds_no_name_no_address_and_no_trait_of_anybody() {
    Author author = anIdea().author();
    Journey.published(ideas, anIdea());
    board.closeMonths("05", JUNE);
    String counted =
        table.everything().stream()
            .filter(
                item ->
                    item.get("PK").s().startsWith("LEDGER#")
                        || item.get("SK").s().startsWith("EVENT#"))
            .toList()
            .toString();
    assertThat(counted)
        .contains("RECEIVED")
        .doesNotContain(author.name(), "FEMALE", "AGE_", "example.org", "Séchoir");
  }
}
