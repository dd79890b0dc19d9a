package twiza.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What part of a list somebody asks for.
 *
 * @param cursor from the page before; empty for the first
 * @param limit 1 to 100
 */
public record Paging(String cursor, int limit) {

  private static final int USUAL_LIMIT = 20;
  private static final int LARGEST_LIMIT = 100;

  /**
   * @throws Problem 422
   */
  public static Paging of(Request request) {
    List<FieldError> errors = new ArrayList<>();
    Paging paging = of(request, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return paging;
  }

  /**
   * @param errors to which is added what is wrong
   */
  public static Paging of(Request request, List<FieldError> errors) {
    return new Paging(request.query("cursor"), limit(request.query("limit"), errors));
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
}
