package twiza.scoring.ranking;

import java.util.Collections;
import java.util.List;

/** Where an id stands in a sorted list. */
final class Places {

  private Places() {}

  /**
   * @throws IllegalArgumentException if it isn't there
   */
  static int of(String id, List<String> sorted) {
    int place = Collections.binarySearch(sorted, id);
    if (place < 0) {
      throw new IllegalArgumentException("nothing is known of " + id);
    }
    return place;
  }
}
