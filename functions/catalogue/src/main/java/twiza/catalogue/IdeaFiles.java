package twiza.catalogue;

import java.util.List;
import java.util.Map;
import twiza.http.CardFiles;
import twiza.place.Places;

/** Any list of the bank, to be taken away. */
final class IdeaFiles {

  private static final int MOST_IDEAS = 1000;

  private IdeaFiles() {}

  static CardFiles of(Shelves shelves, Places places) {
    return new CardFiles(
        "ideas",
        MOST_IDEAS,
        "bank.title",
        places,
        request -> asked(Search.of(request, places), shelves));
  }

  private static CardFiles.Asked asked(Search search, Shelves shelves) {
    return new CardFiles.Asked(
        List.of(
            Map.entry("region", search.region()),
            Map.entry("province", search.province()),
            Map.entry("sector", search.sector())),
        search.cursor(),
        (cursor, limit) -> shelves.page(search.from(cursor, limit)));
  }
}
