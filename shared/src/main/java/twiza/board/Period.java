package twiza.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/**
 * From the first to the last of some days.
 *
 * @param to not before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {

  /** A longer one is refused. */
  public static final int MOST_MONTHS = 60;

  /** As many steps as a printed page shows. */
  private static final int MOST_STEPS = 13;

  private static final int MONTHS_A_QUARTER = 3;

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(from + " to " + to);
    }
  }

  /** Into what it is cut. */
  public enum Step {
    MONTH,
    QUARTER,
    YEAR
  }

  public YearMonth firstMonth() {
    return YearMonth.from(from);
  }

  public YearMonth lastMonth() {
    return YearMonth.from(to);
  }

  /** How many months it touches. */
  public long months() {
    return ChronoUnit.MONTHS.between(firstMonth(), lastMonth()) + 1;
  }

  /** The smallest that cuts it into few enough. */
  public Step step() {
    if (months() <= MOST_STEPS) {
      return Step.MONTH;
    }
    return cut(Step.QUARTER).size() <= MOST_STEPS ? Step.QUARTER : Step.YEAR;
  }

  /** The months, quarters or years of it; the first and the last may be parts of one. */
  public List<Period> steps() {
    return cut(step());
  }

  private List<Period> cut(Step step) {
    List<Period> steps = new ArrayList<>();
    LocalDate first = from;
    while (!first.isAfter(to)) {
      LocalDate last = end(step, first);
      steps.add(new Period(first, last.isBefore(to) ? last : to));
      first = last.plusDays(1);
    }
    return steps;
  }

  private static LocalDate end(Step step, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return switch (step) {
      case MONTH -> month.atEndOfMonth();
      case QUARTER ->
          YearMonth.of(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR) * MONTHS_A_QUARTER)
              .atEndOfMonth();
      case YEAR -> LocalDate.of(day.getYear(), 12, 31);
    };
  }

  /** Whether all days of these months are in it. */
  boolean holds(YearMonth first, YearMonth last) {
    return !first.atDay(1).isBefore(from) && !last.atEndOfMonth().isAfter(to);
  }
}
