package twiza.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import twiza.idea.Author;

/** What counts in one region, in memory. */
final class NotebookOfMonths implements Ledger {

  private final List<Mark> marks = new ArrayList<>();
  private final Map<YearMonth, Map<Trait, Integer>> authors = new HashMap<>();
  private final TreeMap<YearMonth, Month> closed = new TreeMap<>();
  final List<YearMonth> read = new ArrayList<>();

  NotebookOfMonths happens(String day, Milestone... milestones) {
    marks.add(
        new Mark(
            Mark.begins(LocalDate.parse(day)),
            EnumSet.copyOf(List.of(milestones)),
            false,
            Optional.empty(),
            "05.081",
            "CRAFTS",
            Author.Kind.INDIVIDUAL));
    return this;
  }

  /** So many ideas come in on the first of a month, some of them from women. */
  NotebookOfMonths receives(String month, int ideas, int fromWomen) {
    for (int i = 0; i < ideas; i++) {
      happens(month + "-01", Milestone.RECEIVED);
    }
    authors.put(YearMonth.parse(month), Map.of(Trait.WOMEN, fromWomen));
    return this;
  }

  @Override
  public List<Mark> marks(String region, YearMonth month) {
    read.add(month);
    return marks.stream().filter(mark -> YearMonth.from(mark.day()).equals(month)).toList();
  }

  @Override
  public Map<Trait, Integer> authors(String region, YearMonth month) {
    return authors.getOrDefault(month, Map.of());
  }

  @Override
  public List<Month> closed(String region, YearMonth from, YearMonth to) {
    return from.isAfter(to) ? List.of() : List.copyOf(closed.subMap(from, true, to, true).values());
  }

  @Override
  public Optional<Month> lastClosed(String region) {
    return Optional.ofNullable(closed.lastEntry()).map(Map.Entry::getValue);
  }

  @Override
  public void close(String region, Month month) {
    closed.putIfAbsent(month.month(), month);
  }
}
