package twiza.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Card;
import twiza.idea.Publication;
import twiza.idea.Sheet;
import twiza.place.Language;

/**
 * What the public reads of an idea: its sheet, and a card on each shelf where it stands. Nothing
 * else is ever read for the public, so nothing private is in these items.
 */
final class BankItems {

  private BankItems() {}

  /** Every item of a publication, by key; none for what is not published. */
  static Map<Key, Item> write(Optional<Publication> publication) {
    Map<Key, Item> items = new LinkedHashMap<>();
    publication
        .map(BankItems::open)
        .ifPresent(
            open -> {
              Item sheet = sheet(open);
              items.put(sheet.key(), sheet);
              cards(Card.of(open)).forEach(card -> items.put(card.key(), card));
            });
    return items;
  }

  /** Without what the author keeps from the public. */
  private static Publication open(Publication p) {
    if (p.fullSheet()) {
      return p;
    }
    Sheet s = p.sheet();
    Sheet open =
        new Sheet(
            s.title(),
            s.summary(),
            "",
            "",
            s.province(),
            s.commune(),
            s.sector(),
            Sheet.Details.NONE);
    return new Publication(
        p.id(),
        p.region(),
        p.language(),
        open,
        false,
        p.kind(),
        p.name(),
        p.publishedAt(),
        p.revisedAt());
  }

  private static Item sheet(Publication publication) {
    return Item.at(Keys.sheet(publication.id()))
        .with("id", publication.id())
        .with("region", publication.region())
        .with("language", publication.language())
        .with("sheet", SheetMap.write(publication.sheet()))
        .with("fullSheet", publication.fullSheet())
        .with("kind", publication.kind())
        .with("name", publication.name())
        .with("publishedAt", publication.publishedAt())
        .with("revisedAt", publication.revisedAt());
  }

  static Publication readSheet(Item item) {
    return new Publication(
        item.text("id"),
        item.text("region"),
        item.constant("language", Language.class),
        SheetMap.read(item.map("sheet")),
        item.flag("fullSheet"),
        item.constant("kind", Author.Kind.class),
        item.optionalText("name"),
        item.instant("publishedAt"),
        item.instant("revisedAt"));
  }

  private static List<Item> cards(Card card) {
    return List.of(Keys.ALL, card.region(), card.province()).stream()
        .flatMap(
            place ->
                List.of(Keys.ALL, card.sector()).stream()
                    .map(sector -> Keys.card(place, sector, card.publishedAt(), card.id())))
        .map(key -> card(key, card))
        .toList();
  }

  private static Item card(Key key, Card card) {
    return Item.at(key)
        .with("id", card.id())
        .with("region", card.region())
        .with("province", card.province())
        .withText("commune", card.commune())
        .with("sector", card.sector())
        .with("language", card.language())
        .with("title", card.title())
        .with("summary", card.summary())
        .with("maturity", card.maturity())
        .with("intention", card.intention())
        .with("kind", card.kind())
        .with("name", card.name())
        .with("publishedAt", card.publishedAt());
  }

  static Card readCard(Item item) {
    return new Card(
        item.text("id"),
        item.text("region"),
        item.text("province"),
        item.textOrEmpty("commune"),
        item.text("sector"),
        item.constant("language", Language.class),
        item.text("title"),
        item.text("summary"),
        item.optionalConstant("maturity", Sheet.Maturity.class),
        item.optionalConstant("intention", Sheet.Intention.class),
        item.constant("kind", Author.Kind.class),
        item.optionalText("name"),
        item.instant("publishedAt"));
  }
}
