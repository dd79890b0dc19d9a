package twiza.catalogue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.http.SheetJson;
import twiza.idea.Author;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.idea.Publication;
import twiza.idea.Sheet;
import twiza.place.Places;

/** The bank as JSON. */
final class IdeasApi {

  private final Shelves shelves;
  private final Places places;
  private final Laurels laurels;

  IdeasApi(Shelves shelves, Places places, Laurels laurels) {
    this.shelves = shelves;
    this.places = places;
    this.laurels = laurels;
  }

  /**
   * @param next cursor; null on the last page
   */
  private record Page(List<Item> items, Optional<String> next) {}

  /**
   * @param commune null when not given
   * @param name of the author; null unless they chose to be named
   */
  private record Item(
      String id,
      String title,
      String summary,
      String region,
      String province,
      Optional<String> commune,
      String sector,
      String language,
      Optional<Sheet.Maturity> maturity,
      Optional<Sheet.Intention> intention,
      Author.Kind kind,
      Optional<String> name,
      Instant publishedAt,
      List<Map<String, Object>> awards) {}

  /**
   * @param older whether an older text was translated than the one published
   */
  private record Title(String language, String title, String summary, boolean older) {}

  Reply list(Request request) {
    return Reply.json(200, page(shelves.page(Search.of(request, places)), laurels)).shared(request);
  }

  static Object page(Listing.Page<Card> page, Laurels laurels) {
    return new Page(page.items().stream().map(card -> item(card, laurels)).toList(), page.next());
  }

  private static Item item(Card card, Laurels laurels) {
    return new Item(
        card.id(),
        card.title(),
        card.summary(),
        card.region(),
        card.province(),
        Optional.of(card.commune()).filter(commune -> !commune.isEmpty()),
        card.sector(),
        card.language().tag(),
        card.maturity(),
        card.intention(),
        card.kind(),
        card.name(),
        card.publishedAt(),
        laurels.json(card.badges()));
  }

  Reply idea(Request request) {
    return Reply.json(200, json(shelves.idea(request))).shared(request);
  }

  private Map<String, Object> json(Publication publication) {
    Map<String, Object> author = new LinkedHashMap<>();
    author.put("kind", publication.kind());
    author.put("name", publication.name());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", publication.id());
    json.put("region", publication.region());
    json.put("language", publication.language().tag());
    json.put("publishedAt", publication.publishedAt());
    json.put("revisedAt", publication.revisedAt());
    json.put("author", author);
    json.put("fullSheet", publication.fullSheet());
    json.putAll(SheetJson.of(publication.sheet()));
    json.put("note", publication.note());
    json.put("titles", publication.titles().stream().map(IdeasApi::title).toList());
    json.put("awards", laurels.json(publication.badges()));
    return json;
  }

  private static Title title(Publication.Title title) {
    return new Title(title.language().tag(), title.title(), title.summary(), title.older());
  }
}
