package twiza.board;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is counted in each region, by month of Morocco's calendar. */
public interface Ledger {

  /** All that counts in a month. */
  List<Mark> marks(String region, YearMonth month);

  /**
   * How many ideas that came in during a month are from authors who say a trait of themselves.
   * Whoever was erased meanwhile says nothing.
   */
  Map<Trait, Integer> authors(String region, YearMonth month);

  /** The closed months of a region in a span, in order. */
  List<Month> closed(String region, YearMonth from, YearMonth to);

  /** The month that was closed last, if any ever was. */
  Optional<Month> lastClosed(String region);

  /** Closes a month, unless it is closed already: from then on it does not change. */
  void close(String region, Month month);
}
