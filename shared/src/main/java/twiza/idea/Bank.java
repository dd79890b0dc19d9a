package twiza.idea;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The published ideas, as the public reads them. */
public interface Bank {

  /**
   * @param place code of a region or province, empty for the whole country
   * @param sector empty for all
   */
  record Shelf(String place, String sector) {}

  /**
   * Newest first.
   *
   * @param cursor from the page before it; empty for the first
   */
  Listing<Card> list(Shelf shelf, String cursor, int limit);

  /** Those of some ideas that are published, by their ids. */
  Map<String, Publication> among(Collection<String> ids);

  /** Texts that the author keeps from the public are empty. */
  Optional<Publication> find(String id);
}
