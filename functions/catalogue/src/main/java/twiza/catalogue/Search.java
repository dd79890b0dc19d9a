package twiza.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import twiza.http.FieldError;
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

  private static final int USUAL_LIMIT = 20;
  private static final int LARGEST_LIMIT = 100;

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
    int limit = limit(request.query("limit"), errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Search(region, province, sector, request.query("cursor"), limit);
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

  private static int limit(String text, List<FieldError> errors) {
    if (text.isEmpty()) {
      return USUAL_LIMIT;
    }
    if (!text.matches("-?[0-9]{1,9}")) {
      errors.add(new FieldError("limit", "WRONG_TYPE", Map.of()));
      return USUAL_LIMIT;
    }
    int limit = Integer.parseInt(text);
    if (limit < 1 || limit > LARGEST_LIMIT) {
      errors.add(new FieldError("limit", "OUT_OF_RANGE", Map.of("min", 1, "max", LARGEST_LIMIT)));
    }
    return limit;
  }

  Shelf shelf() {
    return new Shelf(province.isEmpty() ? region : province, sector);
  }
}
