package twiza.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** Who authors are is private: they are counted, and small counts are not told. */
class WomenAndYouthTest {

  private static final Instant JULY = Instant.parse("2026-07-02T10:00:00Z");

  private final NotebookOfMonths ledger = new NotebookOfMonths();
  private final Board board = new Board(ledger);

  private Optional<Share> women(String from, String to) {
    board.closeMonths("05", JULY);
    Period period = new Period(LocalDate.parse(from), LocalDate.parse(to));
    return Optional.ofNullable(board.figures("05", period, JULY).shares().get(Trait.WOMEN));
  }

  private static Share share(String from, String to, int count, int of) {
    return new Share(YearMonth.parse(from), YearMonth.parse(to), count, of);
  }

  @Test
  void five_are_told_beside_five_others() {
    ledger.receives("2026-05", 10, 5);
    assertThat(women("2025-07-01", "2026-05-31")).contains(share("2025-07", "2026-05", 5, 10));
  }

  @Test
  void four_are_not() {
    ledger.receives("2026-05", 10, 4);
    assertThat(women("2026-01-01", "2026-12-31")).isEmpty();
  }

  @Test
  void nor_are_six_when_there_are_only_four_others() {
    ledger.receives("2026-05", 10, 6);
    assertThat(women("2025-01-01", "2026-12-31")).isEmpty();
  }

  @Test
  void the_few_of_a_month_are_told_with_those_of_the_next() {
    ledger.receives("2026-04", 6, 2).receives("2026-05", 7, 4);
    assertThat(women("2025-07-01", "2026-05-31")).contains(share("2025-07", "2026-05", 6, 13));
    assertThat(women("2026-05-01", "2026-05-31")).isEmpty();
  }

  @Test
  void a_month_that_is_not_whole_in_the_period_or_not_over_tells_nothing() {
    ledger.receives("2025-07", 20, 10).receives("2025-08", 20, 8).receives("2026-07", 20, 9);
    assertThat(women("2025-07-01", "2025-08-30")).contains(share("2025-07", "2025-07", 10, 20));
    assertThat(women("2025-07-02", "2025-08-31")).contains(share("2025-08", "2025-08", 8, 20));
    assertThat(women("2026-07-01", "2026-07-31")).isEmpty();
  }

  @Provide
  Arbitrary<List<Tuple2<Integer, Integer>>> months() {
    Arbitrary<Integer> ideas = Arbitraries.integers().between(0, 12);
    return Combinators.combine(ideas, ideas)
        .as((women, others) -> Tuple.of(women, women + others))
        .list()
        .ofSize(12);
  }

  /** Whoever asks for a period, and for a part of it, learns nothing of fewer than five. */
  @Property(tries = 300)
  void no_difference_tells_of_fewer_than_five(
      @ForAll("months") List<Tuple2<Integer, Integer>> months,
      @ForAll("span") Tuple2<Integer, Integer> span) {
    NotebookOfMonths year = new NotebookOfMonths();
    YearMonth first = YearMonth.of(2025, 7);
    for (int i = 0; i < months.size(); i++) {
      int women = months.get(i).get1();
      year.receives(first.plusMonths(i).toString(), months.get(i).get2(), women);
    }
    Board itsBoard = new Board(year);
    itsBoard.closeMonths("05", JULY);
    Optional<Share> whole = told(itsBoard, first, first.plusMonths(11));
    Optional<Share> part =
        told(itsBoard, first.plusMonths(span.get1()), first.plusMonths(span.get2()));
    int women = count(whole) - count(part);
    int others = others(whole) - others(part);
    assertThat(List.of(count(part), others(part), women, others))
        .allMatch(difference -> difference == 0 || difference >= Share.LEAST);
  }

  @Provide
  Arbitrary<Tuple2<Integer, Integer>> span() {
    Arbitrary<Integer> index = Arbitraries.integers().between(0, 11);
    return Combinators.combine(index, index)
        .as((one, other) -> Tuple.of(Math.min(one, other), Math.max(one, other)));
  }

  private static Optional<Share> told(Board board, YearMonth from, YearMonth to) {
    Period period = new Period(from.atDay(1), to.atEndOfMonth());
    return Optional.ofNullable(board.figures("05", period, JULY).shares().get(Trait.WOMEN));
  }

  private static int count(Optional<Share> share) {
    return share.map(Share::count).orElse(0);
  }

  private static int others(Optional<Share> share) {
    return share.map(it -> it.of() - it.count()).orElse(0);
  }
}
