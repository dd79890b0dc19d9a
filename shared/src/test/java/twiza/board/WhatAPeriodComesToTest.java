package twiza.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import twiza.idea.Author;

class WhatAPeriodComesToTest {

  private static final Instant MID_JUNE = Instant.parse("2026-06-15T10:00:00Z");

  private final NotebookOfMonths ledger = new NotebookOfMonths();
  private final Board board = new Board(ledger);

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  private Figures figures(String from, String to) {
    return board.figures("05", period(from, to), MID_JUNE);
  }

  @Test
  void both_its_days_count_and_none_before_or_after() {
    ledger
        .happens("2026-05-09", Milestone.RECEIVED)
        .happens("2026-05-10", Milestone.RECEIVED)
        .happens("2026-06-02", Milestone.RECEIVED, Milestone.APPROVED)
        .happens("2026-06-03", Milestone.RECEIVED);
    Counts counts = figures("2026-05-10", "2026-06-02").all();
    assertThat(counts.total(Milestone.RECEIVED)).isEqualTo(2);
    assertThat(counts.total(Milestone.APPROVED)).isEqualTo(1);
    assertThat(counts.by(Milestone.RECEIVED, Side.PROVINCE)).containsOnlyKeys("05.081");
    assertThat(counts.by(Milestone.RUNNING, Side.SECTOR)).isEmpty();
  }

  @Test
  void a_day_is_one_of_morocco() {
    Mark lateInTheEvening =
        new Mark(
            Instant.parse("2026-05-31T23:30:00Z"),
            Set.of(Milestone.RECEIVED),
            false,
            Optional.empty(),
            "05.081",
            "CRAFTS",
            Author.Kind.INDIVIDUAL);
    assertThat(lateInTheEvening.day()).isEqualTo(LocalDate.parse("2026-06-01"));
  }

  @Test
  void is_the_same_before_and_after_its_months_are_closed() {
    ledger
        .happens("2026-04-30", Milestone.RECEIVED)
        .happens("2026-05-01", Milestone.RECEIVED, Milestone.APPROVED)
        .happens("2026-06-01", Milestone.TAKEN_UP);
    Figures before = figures("2026-04-30", "2026-06-15");
    assertThat(board.closeMonths("05", MID_JUNE)).isEqualTo(12);
    ledger.read.clear();
    assertThat(figures("2026-04-30", "2026-06-15").all()).isEqualTo(before.all());
    assertThat(ledger.read).containsExactly(YearMonth.of(2026, 6));
  }

  @Test
  void months_are_closed_an_hour_after_their_end_and_once() {
    Instant end = Instant.parse("2026-05-31T23:00:00Z");
    board.closeMonths("05", end.plus(Duration.ofMinutes(59)));
    assertThat(ledger.lastClosed("05").map(Month::month)).contains(YearMonth.of(2026, 4));
    assertThat(board.closeMonths("05", end.plus(Duration.ofMinutes(60)))).isEqualTo(1);
    assertThat(board.closeMonths("05", end.plus(Duration.ofHours(2)))).isZero();
  }

  @Test
  void months_in_which_nobody_closed_any_are_closed_later_in_their_order() {
    board.closeMonths("05", Instant.parse("2026-02-10T10:00:00Z"));
    ledger.happens("2026-03-05", Milestone.RECEIVED);
    assertThat(board.closeMonths("05", MID_JUNE)).isEqualTo(4);
    assertThat(ledger.closed("05", YearMonth.of(2026, 2), YearMonth.of(2026, 5)))
        .extracting(Month::month)
        .containsExactly(
            YearMonth.of(2026, 2),
            YearMonth.of(2026, 3),
            YearMonth.of(2026, 4),
            YearMonth.of(2026, 5));
  }

  @Test
  void what_is_read_does_not_grow_with_the_years_before() {
    board.closeMonths("05", MID_JUNE);
    ledger.read.clear();
    figures("2022-01-01", "2026-06-15");
    assertThat(ledger.read).containsExactly(YearMonth.of(2026, 6));
    ledger.read.clear();
    figures("2026-01-01", "2030-12-31");
    assertThat(ledger.read).containsExactly(YearMonth.of(2026, 6));
  }

  @Test
  void it_is_cut_into_as_few_steps_as_fit_on_a_page() {
    assertThat(period("2026-01-15", "2026-03-02").steps())
        .containsExactly(
            period("2026-01-15", "2026-01-31"),
            period("2026-02-01", "2026-02-28"),
            period("2026-03-01", "2026-03-02"));
    assertThat(period("2025-02-01", "2026-02-28").step()).isEqualTo(Period.Step.MONTH);
    assertThat(period("2025-02-01", "2026-03-01").step()).isEqualTo(Period.Step.QUARTER);
    assertThat(period("2025-02-10", "2026-03-01").steps())
        .startsWith(period("2025-02-10", "2025-03-31"), period("2025-04-01", "2025-06-30"));
    assertThat(period("2022-01-01", "2026-12-31").steps())
        .hasSize(5)
        .endsWith(period("2026-01-01", "2026-12-31"));
  }

  @Test
  void its_end_is_not_before_its_beginning() {
    assertThatThrownBy(() -> period("2026-05-02", "2026-05-01"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(period("2026-05-02", "2026-05-02").steps()).hasSize(1);
  }

  private static Counts decided(int... hours) {
    return Counts.of(
        Arrays.stream(hours)
            .boxed()
            .map(
                wait ->
                    new Mark(
                        MID_JUNE,
                        Set.of(),
                        false,
                        Optional.of(Duration.ofHours(wait).plusMinutes(30)),
                        "05.081",
                        "CRAFTS",
                        Author.Kind.INDIVIDUAL))
            .toList());
  }

  @Test
  void decisions_are_told_by_the_one_in_the_middle_and_by_the_ninth_of_ten() {
    Counts counts = decided(1, 2, 3, 4, 5, 6, 7, 8, 90, 200);
    assertThat(counts.decisions()).isEqualTo(10);
    assertThat(counts.within(0.5)).hasValue(5);
    assertThat(counts.within(0.9)).hasValue(90);
    assertThat(decided(7).within(0.5)).hasValue(7);
    assertThat(decided(7).within(0.9)).hasValue(7);
    assertThat(Counts.NONE.within(0.9)).isEmpty();
  }

  @Test
  void what_was_taken_back_counts_no_longer() {
    Mark received =
        new Mark(
            MID_JUNE,
            Set.of(Milestone.RECEIVED),
            false,
            Optional.empty(),
            "05.081",
            "CRAFTS",
            Author.Kind.INDIVIDUAL);
    Mark back =
        new Mark(
            received.on(),
            received.milestones(),
            true,
            Optional.empty(),
            received.province(),
            received.sector(),
            received.kind());
    assertThat(Counts.of(List.of(received, received, back)).total(Milestone.RECEIVED)).isEqualTo(1);
    assertThat(Counts.of(List.of(received, back))).isEqualTo(Counts.NONE);
  }
}
