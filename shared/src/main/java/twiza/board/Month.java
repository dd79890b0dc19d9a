package twiza.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What a month of Morocco's calendar comes to.
 *
 * @param days those on which something was counted
 * @param shares of those months that end with this one, whether or not they may be told; none as
 *     long as the month is not closed
 */
public record Month(
    YearMonth month, NavigableMap<LocalDate, Counts> days, Map<Trait, Share> shares) {

  /** A month that is not over, or that nobody has closed yet. */
  static Month open(YearMonth month, List<Mark> marks) {
    NavigableMap<LocalDate, List<Mark>> byDay = new TreeMap<>();
    marks.forEach(mark -> byDay.computeIfAbsent(mark.day(), _ -> new ArrayList<>()).add(mark));
    NavigableMap<LocalDate, Counts> days = new TreeMap<>();
    byDay.forEach((day, some) -> days.put(day, Counts.of(some)));
    return new Month(month, days, Map.of());
  }

  /**
   * The same, once it is over.
   *
   * @param before the month before it; empty when nobody has closed it
   * @param authors how many of its ideas came from authors who say a trait of themselves
   */
  Month closed(Optional<Month> before, ToIntFunction<Trait> authors) {
    int received = counts().total(Milestone.RECEIVED);
    Map<Trait, Share> ending = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      Share own = new Share(month, month, authors.applyAsInt(trait), received);
      ending.put(trait, Share.after(before.flatMap(it -> it.untold(trait)), own));
    }
    return new Month(month, days, ending);
  }

  private Optional<Share> untold(Trait trait) {
    return Optional.ofNullable(shares.get(trait)).filter(share -> !share.isLargeEnough());
  }

  /** What it tells at its end, of itself and of the months before that told nothing. */
  Optional<Share> told(Trait trait) {
    return Optional.ofNullable(shares.get(trait)).filter(Share::isLargeEnough);
  }

  Counts counts() {
    return Counts.sum(days.values());
  }

  Counts counts(LocalDate from, LocalDate to) {
    return Counts.sum(days.subMap(from, true, to, true).values());
  }
}
