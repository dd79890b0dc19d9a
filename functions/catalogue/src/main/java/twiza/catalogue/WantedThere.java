package twiza.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.Endpoint;
import twiza.http.FieldError;
import twiza.http.NeedJson;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.need.Need;
import twiza.need.Needs;
import twiza.place.Language;
import twiza.place.Places;
import twiza.place.Province;
import twiza.place.Region;
import twiza.web.CardView;
import twiza.web.NeedView;
import twiza.web.NeedsView;
import twiza.web.PageAnswers;
import twiza.web.Pages;

/** What the territories need, as JSON and as a page. */
final class WantedThere {

  /** Ideas shown of a need of which none is asked for. */
  private static final int ANSWERS = 20;

  private final Needs needs;
  private final Places places;
  private final Pages pages;
  private final PageAnswers answers;

  WantedThere(Needs needs, Places places, Pages pages) {
    this.needs = needs;
    this.places = places;
    this.pages = pages;
    this.answers = new PageAnswers(pages);
  }

  /**
   * @param province code; empty for the whole region
   */
  private record Asked(String region, String province, Paging paging) {

    String place() {
      return province.isEmpty() ? region : province;
    }
  }

  Reply list(Request request) {
    Listing.Page<Need> page = page(asked(request));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("items", page.items().stream().map(NeedJson::of).toList());
    json.put("next", page.next());
    return Reply.json(200, json).shared(request);
  }

  Reply need(Request request) {
    return Reply.json(200, NeedJson.of(find(request))).shared(request);
  }

  /** What cannot be a need's id is not looked up. */
  private Need find(Request request) {
    return Optional.of(request.path("id"))
        .filter(id -> Shelves.ID.matcher(id).matches())
        .flatMap(needs::find)
        .orElseThrow(Problem::notFound);
  }

  Endpoint all() {
    return answers.page(this::write);
  }

  /** A need with the ideas that answer it. */
  Endpoint one() {
    return answers.page((request, language) -> write(find(request), Paging.of(request), language));
  }

  /** The form in which an idea is sent that answers a need; once that is closed, the need. */
  Endpoint submit() {
    return answers.page(
        (request, language) -> {
          Need need = find(request);
          return need.open()
              ? pages.submit(language, need)
              : write(need, new Paging("", ANSWERS), language);
        });
  }

  private String write(Need need, Paging paging, Language language) {
    Listing.Page<Card> page =
        Shelves.page(needs.answers(need.id(), paging.cursor(), paging.limit()));
    List<CardView> ideas = page.items().stream().map(CardView::of).toList();
    return pages.need(language, new NeedView(need, ideas, page.next().orElse("")));
  }

  private String write(Request request, Language language) {
    Asked asked = asked(request);
    Listing.Page<Need> page = page(asked);
    return pages.needs(
        language,
        new NeedsView(asked.region(), asked.province(), page.items(), page.next().orElse("")));
  }

  private Listing.Page<Need> page(Asked asked) {
    return Shelves.page(needs.open(asked.place(), asked.paging().cursor(), asked.paging().limit()));
  }

  /** Without a region it is that of the province, or the first that has joined. */
  private Asked asked(Request request) {
    List<FieldError> errors = new ArrayList<>();
    String province = request.query("province");
    String region = request.query("region");
    if (!region.isEmpty() && joined().stream().noneMatch(code -> code.equals(region))) {
      errors.add(unknown("region"));
    }
    String its = places.province(province).map(Province::region).orElse("");
    boolean elsewhere = !region.isEmpty() && !its.equals(region);
    if (!province.isEmpty() && (!joined().contains(its) || elsewhere)) {
      errors.add(unknown("province"));
    }
    Paging paging = Paging.of(request, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    String otherwise = its.isEmpty() ? joined().getFirst() : its;
    return new Asked(region.isEmpty() ? otherwise : region, province, paging);
  }

  private List<String> joined() {
    return places.joinedRegions().stream().map(Region::code).toList();
  }

  private static FieldError unknown(String field) {
    return new FieldError(field, "UNKNOWN_CODE", Map.of());
  }

  /** Draws an empty list for nobody. */
  void rehearse() {
    pages.needs(Language.FR, new NeedsView("", "", List.of(), ""));
  }
}
