package twiza.idea;

import java.util.Map;
import java.util.Optional;
import twiza.place.Language;

/**
 * What the jury of a round gave an idea.
 *
 * @param title of the round, which does not change any more
 * @param named whether the author is to be named among the results; empty until they have said
 */
public record Award(Place place, Map<Language, String> title, Optional<Boolean> named) {

  public enum Place {
    WINNER,
    FINALIST
  }

  public Award {
    title = Map.copyOf(title);
  }

  /** Whether the author said yes. */
  public boolean isNamed() {
    return named.orElse(false);
  }
}
