package twiza.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.CardJson;
import twiza.http.Input;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Card;
import twiza.place.Places;
import twiza.search.index.Facet;
import twiza.search.index.Highlights;

/** Search as JSON. */
final class SearchApi {

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_SUMMARY = 500;
  private static final int LONGEST_ID = 64;

  private final Searching searching;
  private final Places places;

  SearchApi(Searching searching, Places places) {
    this.searching = searching;
    this.places = places;
  }

  /**
   * @param next cursor; null on the last page
   */
  private record Page(
      List<Item> items, Optional<String> next, long total, Map<String, List<Count>> counts) {}

  private record Item(@JsonUnwrapped CardJson card, Highlights highlights) {}

  private record Count(String code, int count) {}

  private record Alike(List<CardJson> items) {}

  Reply search(Request request) {
    Searching.Found found = searching.find(Wanted.of(request, places));
    Page page =
        new Page(
            found.hits().stream().map(SearchApi::item).toList(),
            found.next(),
            found.total(),
            counts(found.counts()));
    return Reply.json(200, page).shared(request);
  }

  private static Item item(Searching.Hit hit) {
    return new Item(CardJson.of(Card.of(hit.idea())), hit.highlights());
  }

  private static Map<String, List<Count>> counts(Map<Facet, Map<String, Integer>> counts) {
    Map<String, List<Count>> all = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      all.put(
          facet.parameter(),
          counts.getOrDefault(facet, Map.of()).entrySet().stream()
              .map(code -> new Count(code.getKey(), code.getValue()))
              .toList());
    }
    return all;
  }

  /** What may be the same as an idea that is being written. It is neither kept nor logged. */
  Reply similar(Request request) {
    Input input = request.json();
    String title = input.line("title", 1, LONGEST_TITLE);
    String summary = input.optionalText("summary", LONGEST_SUMMARY);
    String except = input.optionalLine("except", LONGEST_ID);
    input.finish();
    return Reply.json(
        200,
        new Alike(
            searching.alike(title, summary, except).stream()
                .map(idea -> CardJson.of(Card.of(idea)))
                .toList()));
  }
}
