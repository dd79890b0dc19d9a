package twiza.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import twiza.idea.Card;
import twiza.idea.Publication;
import twiza.need.Need;
import twiza.place.Language;

/** What a territory needs, as items: one of its own, and one on each shelf while it is open. */
final class NeedItems {

  private NeedItems() {}

  static Item write(Need need) {
    return fill(Item.at(Keys.need(need.id())), need)
        .with("GSI1PK", Keys.needs(need.region()))
        .with("GSI1SK", Keys.placeInQueue(need.publishedAt(), need.id()));
  }

  /** The keys of the shelves on which it stands; none once it is closed. */
  static List<Key> shelves(Need need) {
    return need.open()
        ? Stream.of(need.region(), need.said().province())
            .map(place -> Keys.needOn(place, need.publishedAt(), need.id()))
            .toList()
        : List.of();
  }

  static Item shelved(Key key, Need need) {
    return fill(Item.at(key), need);
  }

  private static Item fill(Item item, Need need) {
    Item titles = new Item();
    Item texts = new Item();
    need.said()
        .texts()
        .forEach(
            (language, words) -> {
              titles.with(language.name(), words.title());
              texts.withText(language.name(), words.text());
            });
    return item.with("id", need.id())
        .with("region", need.region())
        .with("province", need.said().province())
        .withText("commune", need.said().commune())
        .withText("sector", need.said().sector())
        .with("titles", titles)
        .with("texts", texts)
        .with("open", need.open())
        .with("publishedAt", need.publishedAt())
        .with("version", need.version())
        .with("by", need.last().by())
        .with("at", need.last().at());
  }

  static Need read(Item item) {
    Map<Language, Need.Words> words = new EnumMap<>(Language.class);
    Item texts = item.map("texts");
    Item titles = item.map("titles");
    for (String name : titles.attributes().keySet()) {
      words.put(Language.valueOf(name), new Need.Words(titles.text(name), texts.textOrEmpty(name)));
    }
    return new Need(
        item.text("id"),
        item.text("region"),
        new Need.Said(
            item.text("province"), item.textOrEmpty("commune"), item.textOrEmpty("sector"), words),
        item.flag("open"),
        item.instant("publishedAt"),
        item.number("version"),
        new Need.Change(item.text("by"), item.instant("at")));
  }

  static Item event(Need.Edit edit) {
    Need after = edit.after();
    Key key = Keys.needEvent(after.id(), after.version());
    return EventItems.item(key, edit.what().name(), after.last().at(), after.region(), after.id())
        .with("by", after.last().by())
        .with("data", new Item().withSet("changed", edit.changed()));
  }

  /** The card of a published idea among those that answer the same need. */
  static Optional<Item> answer(Publication publication) {
    Card card = Card.of(publication);
    return answered(Optional.of(publication))
        .map(need -> Keys.answer(need, card.publishedAt(), card.id()))
        .map(key -> BankItems.card(key, publication));
  }

  /** The id of the need that a published idea answers. */
  static Optional<String> answered(Optional<Publication> publication) {
    return publication
        .map(published -> published.sheet().details().answersNeed())
        .filter(need -> !need.isEmpty());
  }
}
