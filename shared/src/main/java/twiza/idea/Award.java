package twiza.idea;

import java.util.Optional;

/**
 * What the jury of a round gave an idea.
 *
 * @param named whether the author is to be named among the results; empty until they have said
 */
public record Award(Place place, Optional<Boolean> named) {

  public enum Place {
    WINNER,
    FINALIST
  }

  /** Whether the author said yes. */
  public boolean isNamed() {
    return named.orElse(false);
  }
}
