package twiza.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import twiza.board.Counts;
import twiza.board.Counts.Cell;
import twiza.board.Milestone;
import twiza.board.Month;
import twiza.board.Share;
import twiza.board.Side;
import twiza.board.Trait;

/**
 * A closed month as an item. By day, {@code cells} has as many numbers as there are provinces,
 * sectors and kinds of author for each milestone, and {@code waits} one for each number of hours.
 */
final class MonthItems {

  private static final String BETWEEN = "#";

  private MonthItems() {}

  static Item write(String region, Month month) {
    Item days = new Item();
    month.days().forEach((day, counts) -> days.with(day.toString(), counts(counts)));
    Item shares = new Item();
    month.shares().forEach((trait, share) -> shares.with(trait.name(), share(share)));
    return Item.at(Keys.closedMonth(region, month.month()))
        .with("days", days)
        .with("shares", shares);
  }

  private static Item counts(Counts counts) {
    Item cells = new Item();
    counts.cells().forEach((cell, count) -> cells.with(name(cell), count));
    Item waits = new Item();
    counts.waits().forEach((hours, count) -> waits.with(hours.toString(), count));
    return new Item().with("cells", cells).with("waits", waits);
  }

  private static String name(Cell cell) {
    return String.join(BETWEEN, cell.milestone().name(), cell.side().name(), cell.code());
  }

  private static Item share(Share share) {
    return new Item()
        .with("from", share.from().toString())
        .with("count", share.count())
        .with("of", share.of());
  }

  static Month read(Item item) {
    YearMonth month = YearMonth.parse(item.key().sort());
    Item days = item.map("days");
    NavigableMap<LocalDate, Counts> byDay = new TreeMap<>();
    days.attributes()
        .keySet()
        .forEach(day -> byDay.put(LocalDate.parse(day), readCounts(days.map(day))));
    Item shares = item.map("shares");
    Map<Trait, Share> ending = new EnumMap<>(Trait.class);
    shares
        .attributes()
        .keySet()
        .forEach(trait -> ending.put(Trait.valueOf(trait), readShare(shares.map(trait), month)));
    return new Month(month, byDay, ending);
  }

  private static Counts readCounts(Item day) {
    Item cells = day.map("cells");
    Map<Cell, Integer> counts = new HashMap<>();
    cells.attributes().keySet().forEach(name -> counts.put(cell(name), cells.integer(name)));
    Item waits = day.map("waits");
    SortedMap<Integer, Integer> hours = new TreeMap<>();
    waits
        .attributes()
        .keySet()
        .forEach(name -> hours.put(Integer.valueOf(name), waits.integer(name)));
    return new Counts(counts, hours);
  }

  private static Cell cell(String name) {
    List<String> parts = List.of(name.split(BETWEEN, 3));
    return new Cell(Milestone.valueOf(parts.get(0)), Side.valueOf(parts.get(1)), parts.get(2));
  }

  private static Share readShare(Item share, YearMonth last) {
    return new Share(
        YearMonth.parse(share.text("from")), last, share.integer("count"), share.integer("of"));
  }
}
