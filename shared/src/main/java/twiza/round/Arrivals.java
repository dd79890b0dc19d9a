package twiza.round;

import java.time.Instant;
import java.util.Optional;

/**
 * When something first reached the house that could not be kept then: who was in time stays in time
 * when they try again.
 */
public interface Arrivals {

  /**
   * Keeps the instant for a day, unless an earlier one is kept.
   *
   * @param attempt what makes another try the same; holds nothing personal
   */
  void note(String attempt, Instant at);

  Optional<Instant> first(String attempt, Instant now);
}
