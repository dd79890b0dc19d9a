package twiza.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import twiza.idea.Author;
import twiza.idea.Award;
import twiza.idea.Badge;
import twiza.idea.Card;
import twiza.idea.Note;
import twiza.idea.Publication;
import twiza.idea.Publication.Title;
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
              NeedItems.answer(open).ifPresent(card -> items.put(card.key(), card));
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
            Sheet.Details.answering(s.details().answersNeed()));
    return new Publication(
        p.id(),
        p.region(),
        p.language(),
        open,
        false,
        p.kind(),
        p.name(),
        p.publishedAt(),
        p.revisedAt(),
        p.note(),
        p.titles(),
        p.badges(),
        p.paths(),
        p.rounds());
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
        .with("revisedAt", publication.revisedAt())
        .with("note", publication.note().map(BankItems::note))
        .with("titles", titles(publication.titles()))
        .with("badges", badges(publication.badges()))
        .with("paths", PathItems.write(publication.paths()))
        .with("rounds", rounds(publication.rounds()));
  }

  /** Empty when there are none. */
  private static Optional<List<Item>> rounds(List<String> rounds) {
    return Optional.of(rounds.stream().map(round -> new Item().with("id", round)).toList())
        .filter(_ -> !rounds.isEmpty());
  }

  private static List<String> rounds(Item item) {
    return item.has("rounds")
        ? item.maps("rounds").stream().map(round -> round.text("id")).toList()
        : List.of();
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
        item.instant("revisedAt"),
        item.optionalMap("note").map(note -> new Note(note.text("text"), note.instant("at"))),
        titles(item),
        badges(item),
        PathItems.read(item),
        rounds(item));
  }

  private static Item note(Note note) {
    return new Item().with("text", note.text()).with("at", note.at());
  }

  /** By language; empty when there are none. */
  private static Optional<Item> titles(List<Title> titles) {
    Item map = new Item();
    for (Title title : titles) {
      map.with(
          title.language().name(),
          new Item()
              .with("title", title.title())
              .with("summary", title.summary())
              .with("older", title.older()));
    }
    return Optional.of(map).filter(_ -> !titles.isEmpty());
  }

  private static List<Title> titles(Item item) {
    Item map = item.optionalMap("titles").orElseGet(Item::new);
    return Stream.of(Language.values())
        .flatMap(language -> map.optionalMap(language.name()).map(t -> title(language, t)).stream())
        .toList();
  }

  private static Title title(Language language, Item map) {
    return new Title(language, map.text("title"), map.text("summary"), map.flag("older"));
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

  /** The card of a publication, in another list than the bank's. */
  static Item card(Key key, Publication publication) {
    return card(key, Card.of(open(publication)));
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
        .with("publishedAt", card.publishedAt())
        .with("titles", titles(card.titles()))
        .with("badges", badges(card.badges()))
        .with("uptake", PathItems.write(card.uptake()));
  }

  /** In their order; empty when there are none. */
  private static Optional<List<Item>> badges(List<Badge> badges) {
    List<Item> items =
        badges.stream()
            .map(
                badge ->
                    new Item()
                        .with("round", badge.round())
                        .with("place", badge.place())
                        .with("title", EntryItems.title(badge.title()))
                        .with("name", badge.name()))
            .toList();
    return Optional.of(items).filter(_ -> !badges.isEmpty());
  }

  private static List<Badge> badges(Item item) {
    return item.has("badges")
        ? item.maps("badges").stream()
            .map(
                badge ->
                    new Badge(
                        badge.text("round"),
                        badge.constant("place", Award.Place.class),
                        EntryItems.readTitle(badge.map("title")),
                        badge.optionalText("name")))
            .toList()
        : List.of();
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
        item.instant("publishedAt"),
        titles(item),
        badges(item),
        PathItems.readTaken(item));
  }
}
