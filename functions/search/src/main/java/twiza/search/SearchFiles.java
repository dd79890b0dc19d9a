package twiza.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import twiza.http.CardFiles;
import twiza.http.Request;
import twiza.place.Places;
import twiza.search.index.Facet;

/** What somebody looked for, to be taken away. */
final class SearchFiles {

  /** Each is read from the table: what was found is only shown while it is public. */
  private static final int MOST_IDEAS = 300;

  private SearchFiles() {}

  static CardFiles of(Searching searching, Places places) {
    return new CardFiles(
        "search",
        MOST_IDEAS,
        "search.title",
        places,
        request -> asked(request, Wanted.of(request, places), searching));
  }

  private static CardFiles.Asked asked(Request request, Wanted wanted, Searching searching) {
    List<Map.Entry<String, String>> query = new ArrayList<>();
    query.add(Map.entry("q", wanted.text()));
    for (Facet facet : Facet.values()) {
      query.add(Map.entry(facet.parameter(), request.query(facet.parameter())));
    }
    query.add(Map.entry("sort", Wanted.name(wanted.order())));
    return new CardFiles.Asked(
        query,
        wanted.paging().cursor(),
        (cursor, limit) -> searching.cards(wanted.from(cursor, limit)));
  }
}
