package twiza.table;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import twiza.idea.Award;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Entries.Entrant;
import twiza.idea.Entry;
import twiza.idea.Entry.Standing;
import twiza.idea.Idea;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.place.Language;
import twiza.round.Via;

/**
 * An idea's part in rounds: a map by their ids within the idea's item, and an item in each round,
 * which every change of the idea writes anew.
 */
final class EntryItems {

  private EntryItems() {}

  static Item write(List<Entry> entries) {
    Item map = new Item();
    for (int i = 0; i < entries.size(); i++) {
      map.with(entries.get(i).round(), write(entries.get(i)).with("order", i));
    }
    return map;
  }

  private static Item write(Entry entry) {
    return new Item()
        .with("via", entry.via())
        .with("at", entry.at())
        .with("until", entry.until())
        .with("place", entry.place())
        .with("revision", entry.revision())
        .with("award", entry.award().map(EntryItems::write));
  }

  private static Item write(Award award) {
    return new Item()
        .with("place", award.place())
        .with("title", title(award.title()))
        .with("named", award.named());
  }

  private static Award readAward(Item item) {
    return new Award(
        item.constant("place", Award.Place.class),
        readTitle(item.map("title")),
        item.optionalFlag("named"));
  }

  /** Of a round, by language. */
  static Item title(Map<Language, String> title) {
    Item map = new Item();
    title.forEach((language, words) -> map.with(language.name(), words));
    return map;
  }

  static Map<Language, String> readTitle(Item map) {
    Map<Language, String> title = new EnumMap<>(Language.class);
    map.attributes().keySet().forEach(name -> title.put(Language.valueOf(name), map.text(name)));
    return title;
  }

  static List<Entry> read(Item map) {
    return map.attributes().keySet().stream()
        .sorted(Comparator.comparingInt(round -> map.map(round).integer("order")))
        .map(round -> read(round, map.map(round)))
        .toList();
  }

  private static Entry read(String round, Item item) {
    return new Entry(
        round,
        item.constant("via", Via.class),
        item.instant("at"),
        item.instant("until"),
        item.constant("place", Entry.Place.class),
        item.optionalInteger("revision"),
        item.optionalMap("award").map(EntryItems::readAward));
  }

  /** Every item in the rounds of an idea, by key. */
  static Map<Key, Item> inRounds(Dossier dossier) {
    return dossier.idea().entries().stream()
        .flatMap(entry -> inRound(dossier, entry))
        .collect(Collectors.toMap(Item::key, Function.identity()));
  }

  private static Stream<Item> inRound(Dossier dossier, Entry entry) {
    Idea idea = dossier.idea();
    Standing standing = entry.standing(idea.state());
    Item entrant = entrant(Keys.entry(entry.round(), idea.id()), dossier, entry);
    return switch (standing) {
      case WAITING ->
          Stream.of(
              entrant,
              entrant(
                  Keys.screened(entry.round(), idea.waitingSince().orElseThrow(), idea.id()),
                  dossier,
                  entry));
      case READY, ADMITTED ->
          Stream.of(
              entrant,
              BankItems.card(
                  Keys.shown(entry.round(), entry.at(), idea.id()),
                  dossier.publication().orElseThrow()));
      case UNCONFIRMED, ASKED, OUT -> Stream.of(entrant);
    };
  }

  private static Item entrant(Key key, Dossier dossier, Entry entry) {
    Idea idea = dossier.idea();
    Optional<Sheet> sheet =
        dossier.revision(entry.revision().orElse(idea.shown())).map(Revision::sheet);
    Item item = Item.at(key);
    item.attributes().putAll(write(entry).attributes());
    return item.with("idea", idea.id())
        .with("standing", entry.standing(idea.state()))
        .with("language", idea.language())
        .with("contact", idea.contact())
        .with("title", sheet.map(Sheet::title))
        .with("province", sheet.map(Sheet::province))
        .with("sector", sheet.map(Sheet::sector));
  }

  static Entrant readEntrant(Item item) {
    return new Entrant(
        item.text("idea"),
        item.constant("place", Entry.Place.class),
        item.constant("standing", Standing.class),
        item.constant("via", Via.class),
        item.instant("at"),
        item.optionalInteger("revision"),
        item.textOrEmpty("title"),
        item.textOrEmpty("province"),
        item.textOrEmpty("sector"),
        item.constant("language", Language.class),
        item.constant("contact", Contact.Kind.class) == Contact.Kind.PHONE);
  }
}
