package twiza.board;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a delegation reads of its own work. Months that are over are closed once and read as one
 * item each; only those that nobody has closed yet are counted anew.
 */
public final class Board {

  /** What reached the house in the last minute of a month is written by then. */
  private static final Duration GRACE = Duration.ofHours(1);

  /** So far back months are counted that nobody has closed. */
  private static final int OLDEST_OPEN_MONTHS = 12;

  private final Ledger ledger;

  public Board(Ledger ledger) {
    this.ledger = ledger;
  }

  public Figures figures(String region, Period period, Instant now) {
    List<Month> months =
        new ArrayList<>(ledger.closed(region, period.firstMonth(), period.lastMonth()));
    Optional<Month> last = months.isEmpty() ? Optional.empty() : Optional.of(months.getLast());
    YearMonth first = later(period.firstMonth(), firstOpen(last, now));
    YearMonth current = YearMonth.from(Mark.day(now));
    between(first, earlier(period.lastMonth(), current))
        .forEach(month -> months.add(Month.open(month, ledger.marks(region, month))));
    return Figures.of(period, months);
  }

  /**
   * Closes every month that is over.
   *
   * @return how many it closed
   */
  public int closeMonths(String region, Instant now) {
    YearMonth over = YearMonth.from(Mark.day(now.minus(GRACE))).minusMonths(1);
    Optional<Month> before = ledger.lastClosed(region);
    int closed = 0;
    for (YearMonth month : between(firstOpen(before, now), over).toList()) {
      Map<Trait, Integer> authors = ledger.authors(region, month);
      Month whole =
          Month.open(month, ledger.marks(region, month))
              .closed(before, trait -> authors.getOrDefault(trait, 0));
      ledger.close(region, whole);
      before = Optional.of(whole);
      closed++;
    }
    return closed;
  }

  private static YearMonth firstOpen(Optional<Month> lastClosed, Instant now) {
    return lastClosed
        .map(month -> month.month().plusMonths(1))
        .orElseGet(() -> YearMonth.from(Mark.day(now)).minusMonths(OLDEST_OPEN_MONTHS));
  }

  private static YearMonth later(YearMonth one, YearMonth other) {
    return one.isAfter(other) ? one : other;
  }

  private static YearMonth earlier(YearMonth one, YearMonth other) {
    return one.isBefore(other) ? one : other;
  }

  private static Stream<YearMonth> between(YearMonth first, YearMonth last) {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
  }
}
