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
import twiza.uptake.Path;
import twiza.uptake.Registration;
import twiza.uptake.Taken;

/** The bank as JSON. */
final class IdeasApi {

  private final Shelves shelves;
  private final Places places;

  IdeasApi(Shelves shelves, Places places) {
    this.shelves = shelves;
    this.places = places;
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
      Taken uptake) {}

  /**
   * @param older whether an older text was translated than the one published
   */
  private record Title(String language, String title, String summary, boolean older) {}

  Reply list(Request request) {
    return Reply.json(200, page(shelves.page(Search.of(request, places)))).shared(request);
  }

  static Object page(Listing.Page<Card> page) {
    return new Page(page.items().stream().map(IdeasApi::item).toList(), page.next());
  }

  private static Item item(Card card) {
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
        card.uptake());
  }

  Reply idea(Request request) {
    return Reply.json(200, json(shelves.idea(request))).shared(request);
  }

  private static Map<String, Object> json(Publication publication) {
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
    json.put("uptake", Taken.of(publication.paths()));
    json.put("paths", publication.paths().stream().map(IdeasApi::path).toList());
    return json;
  }

  private static Map<String, Object> path(Path path) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stage", path.stage());
    json.put("kind", path.kind());
    json.put("province", path.province());
    json.put("since", path.since());
    json.put("registration", path.registration().map(IdeasApi::registration));
    json.put("members", path.members());
    json.put("jobs", path.jobs());
    json.put("followed", path.followed());
    return json;
  }

  private static Map<String, Object> registration(Registration registration) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", registration.name());
    json.put("number", registration.number());
    json.put("on", registration.on());
    return json;
  }

  private static Title title(Publication.Title title) {
    return new Title(title.language().tag(), title.title(), title.summary(), title.older());
  }
}
