package twiza.idea;

import java.util.List;
import java.util.Optional;

/** One page of a list, or the news that its cursor belongs to no page of it. */
public sealed interface Listing<T> {

  /**
   * @param next opaque; empty on the last page
   */
  record Page<T>(List<T> items, Optional<String> next) implements Listing<T> {}

  record BadCursor<T>() implements Listing<T> {}
}
