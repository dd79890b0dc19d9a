package twiza.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.CardJson;
import twiza.http.GuideJson;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.http.SheetJson;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.idea.Publication;
import twiza.place.Places;
import twiza.uptake.Path;
import twiza.uptake.Registration;
import twiza.uptake.Taken;

/** The bank as JSON. */
final class IdeasApi {

  private final Shelves shelves;
  private final KnownGuides guides;
  private final Places places;

  IdeasApi(Shelves shelves, KnownGuides guides, Places places) {
    this.shelves = shelves;
    this.guides = guides;
    this.places = places;
  }

  /**
   * @param next cursor; null on the last page
   */
  private record Page(List<CardJson> items, Optional<String> next) {}

  /**
   * @param older whether an older text was translated than the one published
   */
  private record Title(String language, String title, String summary, boolean older) {}

  Reply list(Request request) {
    return Reply.json(200, page(shelves.page(Search.of(request, places)))).shared(request);
  }

  static Object page(Listing.Page<Card> page) {
    return new Page(page.items().stream().map(CardJson::of).toList(), page.next());
  }

  Reply idea(Request request) {
    Publication publication = shelves.idea(request);
    Map<String, Object> json = json(publication);
    json.put("start", GuideJson.of(guides.of(publication.region(), request.now())));
    return Reply.json(200, json).shared(request);
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
    json.put("awards", CardJson.awards(publication.badges()));
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
