package twiza.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import twiza.http.FieldError;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.idea.Bank.Shelf;
import twiza.place.Places;

/**
 * What part of the bank somebody asks for.
 *
 * @param region code; empty for the whole country
 * @param province code; empty for all
 * @param sector code; empty for all
 * @param cursor from the page before; empty for the first
 */
record Search(String region, String province, String sector, String cursor, int limit) {

  /**
   * @throws Problem 422 with everything that is wrong
   */
  static Search of(Request request, Places places) {
    List<FieldError> errors = new ArrayList<>();
    String region = request.query("region");
    if (!region.isEmpty() && places.region(region).isEmpty()) {
      errors.add(unknown("region"));
    }
    String province = request.query("province");
    if (!province.isEmpty() && !isIn(province, region, places)) {
      errors.add(unknown("province"));
    }
    String sector = request.query("sector");
    if (!sector.isEmpty() && places.sector(sector).isEmpty()) {
      errors.add(unknown("sector"));
    }
    Paging paging = Paging.of(request, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Search(region, province, sector, paging.cursor(), paging.limit());
  }

  private static boolean isIn(String province, String region, Places places) {
    return places
        .province(province)
        .filter(found -> region.isEmpty() || found.region().equals(region))
        .isPresent();
  }

  private static FieldError unknown(String field) {
    return new FieldError(field, "UNKNOWN_CODE", Map.of());
  }

  /** The same, from elsewhere in the list. */
  Search from(String elsewhere, int atMost) {
    return new Search(region, province, sector, elsewhere, atMost);
  }

  Shelf shelf() {
    return new Shelf(province.isEmpty() ? region : province, sector);
  }
}
