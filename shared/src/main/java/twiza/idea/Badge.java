package twiza.idea;

import java.util.Map;
import java.util.Optional;
import twiza.place.Language;

/**
 * An award as the public sees it.
 *
 * @param round opaque id
 * @param title of the round
 * @param name of the author; empty unless they said that they may be named
 */
public record Badge(
    String round, Award.Place place, Map<Language, String> title, Optional<String> name) {

  public Badge {
    title = Map.copyOf(title);
  }
}
