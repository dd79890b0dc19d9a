package twiza.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import twiza.jury.Announcement;
import twiza.jury.Announcement.Method;
import twiza.jury.Announcement.Placed;
import twiza.jury.Ranking.Caveat;
import twiza.jury.RankingRules.Official;
import twiza.jury.Verdict;
import twiza.place.Language;

/** What a jury is going to make known, and what became public of it. */
final class VerdictItems {

  private VerdictItems() {}

  static Item write(Verdict verdict) {
    return Item.at(Keys.verdict(verdict.round()))
        .with("version", verdict.version())
        .with("statement", statement(verdict.statement()))
        .with("winners", verdict.winners())
        .with("finalists", verdict.finalists())
        .withText("reason", verdict.reason());
  }

  static Verdict read(String round, Item item) {
    return new Verdict(
        round,
        item.number("version"),
        readStatement(item),
        item.lines("winners"),
        item.lines("finalists"),
        item.textOrEmpty("reason"));
  }

  private static Item statement(Map<Language, String> said) {
    Item map = new Item();
    said.forEach((language, words) -> map.with(language.name(), words));
    return map;
  }

  private static Map<Language, String> readStatement(Item item) {
    Item map = item.map("statement");
    Map<Language, String> said = new EnumMap<>(Language.class);
    map.attributes().keySet().forEach(name -> said.put(Language.valueOf(name), map.text(name)));
    return said;
  }

  static Item write(Announcement announcement) {
    return Item.at(Keys.results(announcement.round()))
        .with("round", announcement.round())
        .with("at", announcement.at())
        .with("statement", statement(announcement.statement()))
        .withText("reason", announcement.reason())
        .with("winners", placed(announcement.winners()))
        .with("finalists", placed(announcement.finalists()))
        .with("method", write(announcement.method()));
  }

  static Announcement readAnnouncement(Item item) {
    return new Announcement(
        item.text("round"),
        item.instant("at"),
        readStatement(item),
        item.textOrEmpty("reason"),
        readPlaced(item.maps("winners")),
        readPlaced(item.maps("finalists")),
        readMethod(item.map("method")));
  }

  private static List<Item> placed(List<Placed> ideas) {
    return ideas.stream()
        .map(
            it ->
                new Item()
                    .with("idea", it.idea())
                    .with("score", it.score())
                    .with("rawMean", it.rawMean())
                    .with("reviews", it.reviews()))
        .toList();
  }

  private static List<Placed> readPlaced(List<Item> items) {
    return items.stream()
        .map(
            it ->
                new Placed(
                    it.text("idea"),
                    it.decimal("score"),
                    it.decimal("rawMean"),
                    it.integer("reviews")))
        .toList();
  }

  private static Item write(Method method) {
    return new Item()
        .with("official", method.official())
        .with("engine", method.engine())
        .with("inputs", method.inputs())
        .with("seed", method.seed())
        .with("fit", method.fit().map(RankingItems::write))
        .with("prizes", method.prizes())
        .with("ideas", method.ideas())
        .with("ranked", method.ranked())
        .with("jurors", method.jurors())
        .with("reviews", method.reviews())
        .with("leftOut", method.leftOut())
        .withSet("caveats", method.caveats());
  }

  private static Method readMethod(Item item) {
    return new Method(
        item.constant("official", Official.class),
        item.text("engine"),
        item.text("inputs"),
        item.number("seed"),
        item.optionalMap("fit").map(RankingItems::readFit),
        item.integer("prizes"),
        item.integer("ideas"),
        item.integer("ranked"),
        item.integer("jurors"),
        item.integer("reviews"),
        item.integer("leftOut"),
        item.constants("caveats", Caveat.class));
  }
}
