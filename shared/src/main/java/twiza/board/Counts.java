package twiza.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often what happened, in some span of time.
 *
 * @param cells how often; every milestone is counted once on each side
 * @param waits how many decisions took how many whole hours
 */
public record Counts(Map<Cell, Integer> cells, SortedMap<Integer, Integer> waits) {

  public static final Counts NONE = new Counts(Map.of(), new TreeMap<>());

  private static final double HALF = 0.5;

  /** A milestone, as reached in one province, in one sector, or by one kind of author. */
  public record Cell(Milestone milestone, Side side, String code) {}

  static Counts of(Collection<Mark> marks) {
    Map<Cell, Integer> cells = new HashMap<>();
    SortedMap<Integer, Integer> waits = new TreeMap<>();
    for (Mark mark : marks) {
      int times = mark.takenBack() ? -1 : 1;
      for (Milestone milestone : mark.milestones()) {
        cells.merge(new Cell(milestone, Side.PROVINCE, mark.province()), times, Integer::sum);
        cells.merge(new Cell(milestone, Side.SECTOR, mark.sector()), times, Integer::sum);
        cells.merge(new Cell(milestone, Side.KIND, mark.kind().name()), times, Integer::sum);
      }
      mark.waited().map(Counts::hours).ifPresent(hours -> waits.merge(hours, 1, Integer::sum));
    }
    cells.values().removeIf(count -> count == 0);
    return new Counts(cells, waits);
  }

  private static int hours(Duration waited) {
    return Math.toIntExact(Math.max(0, waited.toHours()));
  }

  static Counts sum(Collection<Counts> all) {
    Map<Cell, Integer> cells = new HashMap<>();
    SortedMap<Integer, Integer> waits = new TreeMap<>();
    for (Counts counts : all) {
      counts.cells.forEach((cell, count) -> cells.merge(cell, count, Integer::sum));
      counts.waits.forEach((hours, count) -> waits.merge(hours, count, Integer::sum));
    }
    return new Counts(cells, waits);
  }

  /** How often a milestone was reached. */
  public int total(Milestone milestone) {
    return by(milestone, Side.KIND).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The same by code; what was never reached is missing. */
  public Map<String, Integer> by(Milestone milestone, Side side) {
    Map<String, Integer> counts = new TreeMap<>();
    cells.forEach(
        (cell, count) -> {
          if (cell.milestone() == milestone && cell.side() == side) {
            counts.put(cell.code(), count);
          }
        });
    return counts;
  }

  public int decisions() {
    return waits.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Within how many whole hours half of the decisions were made; empty without any. */
  public OptionalInt medianHours() {
    return within(HALF);
  }

  /**
   * Within how many whole hours a part of the decisions were made, by the nearest rank: the
   * smallest wait that at least this part of all did not exceed.
   *
   * @param part above 0, at most 1
   */
  public OptionalInt within(double part) {
    List<Integer> sorted = new ArrayList<>();
    waits.forEach((hours, count) -> sorted.addAll(Collections.nCopies(count, hours)));
    return sorted.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(sorted.get((int) Math.ceil(part * sorted.size()) - 1));
  }
}
