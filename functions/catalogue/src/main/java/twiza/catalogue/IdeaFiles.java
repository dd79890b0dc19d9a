package twiza.catalogue;

import java.util.List;
import java.util.Map;
import twiza.http.CardFiles;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.place.Language;
import twiza.place.Places;
import twiza.text.Messages;

/** Any list of the bank, to be taken away. */
final class IdeaFiles {

  private static final int MOST_IDEAS = 1000;

  private final Shelves shelves;
  private final Places places;
  private final CardFiles files;

  IdeaFiles(Shelves shelves, Places places) {
    this.shelves = shelves;
    this.places = places;
    this.files = new CardFiles("ideas", MOST_IDEAS, places);
  }

  Reply csv(Request request) {
    return files.csv(request, asked(request));
  }

  Reply json(Request request) {
    return files.json(request, asked(request));
  }

  Reply atom(Request request) {
    Language language = Language.ofTag(request.path("language")).orElseThrow(Problem::notFound);
    String title = Messages.in(language).text("bank.title");
    return files.atom(request, language, title, asked(request));
  }

  private CardFiles.Asked asked(Request request) {
    Search search = Search.of(request, places);
    return new CardFiles.Asked(
        List.of(
            Map.entry("region", search.region()),
            Map.entry("province", search.province()),
            Map.entry("sector", search.sector())),
        search.cursor(),
        (cursor, limit) -> shelves.page(search.from(cursor, limit)));
  }
}
