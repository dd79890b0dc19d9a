package twiza.uptake;

import java.util.Optional;
import twiza.idea.Sheet;

/** What somebody wants of an idea. */
public enum Aim {
  /** To build it, where its author leaves it to others. */
  TAKE_UP,
  /** To build it together with its author. */
  JOIN,
  /** Its author builds it. */
  CARRY;

  /** What others may ask for, by what the author would like to happen. */
  public static Aim of(Optional<Sheet.Intention> intention) {
    return intention
        .map(
            wish ->
                switch (wish) {
                  case CARRY, SEEK_MEMBERS -> JOIN;
                  case OFFER -> TAKE_UP;
                })
        .orElse(TAKE_UP);
  }
}
