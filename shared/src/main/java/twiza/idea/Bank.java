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

  /** Texts that the author keeps from the public are empty. */
  Optional<Publication> find(String id);

  /**
   * The same for several, by id, as they are now. What is not published is missing.
   *
   * @param ids at most a hundred
   */
  Map<String, Publication> find(Collection<String> ids);
}
