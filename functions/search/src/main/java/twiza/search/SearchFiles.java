package twiza.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import twiza.http.CardFiles;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.place.Language;
import twiza.place.Places;
import twiza.search.index.Facet;
import twiza.text.Messages;

/** What somebody looked for, to be taken away. */
final class SearchFiles {

  /** Each is read from the table: what was found is only shown while it is public. */
  private static final int MOST_IDEAS = 300;

  private final Searching searching;
  private final Places places;
  private final CardFiles files;

  SearchFiles(Searching searching, Places places) {
    this.searching = searching;
    this.places = places;
    this.files = new CardFiles("search", MOST_IDEAS, places);
  }

  Reply csv(Request request) {
    return files.csv(request, asked(request));
  }

  Reply json(Request request) {
    return files.json(request, asked(request));
  }

  Reply atom(Request request) {
    Language language = Language.ofTag(request.path("language")).orElseThrow(Problem::notFound);
    String title = Messages.in(language).text("search.title");
    return files.atom(request, language, title, asked(request));
  }

  private CardFiles.Asked asked(Request request) {
    Wanted wanted = Wanted.of(request, places);
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
