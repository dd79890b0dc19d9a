package twiza.board;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a period comes to.
 *
 * @param steps its months, quarters or years, in order
 * @param shares what may be told of those whole months in it that tell it; a trait of which nothing
 *     may be told is missing
 */
public record Figures(Period period, Counts all, List<Part> steps, Map<Trait, Share> shares) {

  /** A step of the period, and what it comes to. */
  public record Part(Period period, Counts counts) {}

  static Figures of(Period period, List<Month> months) {
    Map<YearMonth, Month> byMonth =
        months.stream().collect(Collectors.toMap(Month::month, Function.identity()));
    Map<Trait, Share> shares = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      told(trait, period, byMonth).ifPresent(share -> shares.put(trait, share));
    }
    return new Figures(
        period,
        counts(period, months),
        period.steps().stream().map(step -> new Part(step, counts(step, months))).toList(),
        shares);
  }

  private static Counts counts(Period period, List<Month> months) {
    return Counts.sum(
        months.stream().map(month -> month.counts(period.from(), period.to())).toList());
  }

  private static Optional<Share> told(Trait trait, Period period, Map<YearMonth, Month> months) {
    return Share.sum(
        new TreeMap<>(months)
            .values().stream()
                .flatMap(month -> month.told(trait).stream())
                .filter(share -> period.holds(share.from(), share.to()))
                .toList());
  }
}
