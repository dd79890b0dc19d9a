package twiza.search.index;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param text as it was typed; empty for everything
 * @param filters codes by facet: any of them will do, but one of each facet
 * @param after the last idea of the page before; empty for the first page
 * @param limit at least 1
 */
public record Question(
    String text, Map<Facet, Set<String>> filters, Order order, Optional<Place> after, int limit) {

  /** What comes first. Of equals, the newest does. */
  public enum Order {
    BEST,
    NEWEST
  }

  /**
   * Where an idea stands in the order, whether or not it is still there.
   *
   * @param score 0 where the newest comes first
   * @param publishedAt milliseconds since 1970
   * @param id of the idea
   */
  public record Place(float score, long publishedAt, String id) {

    @Override
    public String toString() {
      return Integer.toHexString(Float.floatToIntBits(score)) + " " + publishedAt + " " + id;
    }

    /** Reads what {@link #toString} wrote. */
    public static Place parse(String text) {
      String[] parts = text.split(" ", 3);
      return new Place(
          Float.intBitsToFloat(Integer.parseUnsignedInt(parts[0], 16)),
          Long.parseLong(parts[1]),
          parts[2]);
    }
  }
}
