package twiza.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import twiza.http.FieldError;
import twiza.http.Paging;
import twiza.http.Problem;
import twiza.http.Request;
import twiza.idea.Award;
import twiza.idea.Sheet;
import twiza.place.Places;
import twiza.search.index.Facet;
import twiza.search.index.Question.Order;
import twiza.uptake.Taken;

/**
 * What a request looks for.
 *
 * @param text at most 200 characters; empty for everything
 * @param filters known codes by facet
 * @param order the best first, unless there is nothing to be good at
 */
record Wanted(String text, Map<Facet, Set<String>> filters, Order order, Paging paging) {

  private static final int LONGEST = 200;
  private static final String SORT = "sort";

  /** Whether there is such a round is not looked up: what is in none is not found. */
  private static final Pattern ROUND_ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  /**
   * @throws Problem 422 with everything that is wrong
   */
  static Wanted of(Request request, Places places) {
    List<FieldError> errors = new ArrayList<>();
    String text = request.query("q");
    if (text.codePointCount(0, text.length()) > LONGEST) {
      errors.add(new FieldError("q", "TOO_LONG", Map.of("max", LONGEST)));
    }
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Set<String> codes = codes(request.query(facet.parameter()));
      if (!codes.stream().allMatch(code -> isKnown(facet, code, places))) {
        errors.add(new FieldError(facet.parameter(), "UNKNOWN_CODE", Map.of()));
      } else if (!codes.isEmpty()) {
        filters.put(facet, codes);
      }
    }
    Order order = order(request.query(SORT), text, errors);
    Paging paging = Paging.of(request, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new Wanted(text, filters, order, paging);
  }

  /** A field that is in an address several times comes joined by commas. */
  private static Set<String> codes(String query) {
    Set<String> codes = new LinkedHashSet<>(Arrays.asList(query.split(",", -1)));
    codes.remove("");
    return codes;
  }

  private static boolean isKnown(Facet facet, String code, Places places) {
    return switch (facet) {
      case REGION -> places.region(code).isPresent();
      case PROVINCE -> places.province(code).isPresent();
      case SECTOR -> places.sector(code).isPresent();
      case MATURITY -> isOneOf(Sheet.Maturity.values(), code);
      case INTENTION -> isOneOf(Sheet.Intention.values(), code);
      case UPTAKE -> isOneOf(Taken.State.values(), code);
      case ROUND -> ROUND_ID.matcher(code).matches();
      case AWARD -> isOneOf(Award.Place.values(), code);
    };
  }

  private static boolean isOneOf(Enum<?>[] values, String code) {
    return Stream.of(values).anyMatch(value -> value.name().equals(code));
  }

  private static Order order(String sort, String text, List<FieldError> errors) {
    if (sort.isEmpty()) {
      return text.isEmpty() ? Order.NEWEST : Order.BEST;
    }
    Optional<Order> order =
        Stream.of(Order.values()).filter(it -> name(it).equals(sort)).findFirst();
    if (order.isEmpty()) {
      errors.add(new FieldError(SORT, "UNKNOWN_CODE", Map.of()));
    }
    return order.orElse(Order.BEST);
  }

  /** The same, from elsewhere in the list. */
  Wanted from(String cursor, int limit) {
    return new Wanted(text, filters, order, new Paging(cursor, limit));
  }

  /** An order as it stands in an address. */
  static String name(Order order) {
    return order.name().toLowerCase(Locale.ROOT);
  }

  /** The same for each page of the same list, and for no other list. */
  String list() {
    return "search " + filters + " " + order + " " + text;
  }
}
