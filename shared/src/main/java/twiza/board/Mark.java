package twiza.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import twiza.idea.Author;

/**
 * That something happened which counts. It stands with the event that made it so, and holds codes
 * only.
 *
 * @param on when it counts
 * @param milestones that were reached
 * @param takenBack whether they are counted no longer: what counts as received never was
 * @param waited how long a moderator's decision took, when there was one
 * @param province HCP code
 * @param sector code
 * @param kind of the author
 */
public record Mark(
    Instant on,
    Set<Milestone> milestones,
    boolean takenBack,
    Optional<Duration> waited,
    String province,
    String sector,
    Author.Kind kind) {

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  /** The day in Morocco. */
  public LocalDate day() {
    return day(on);
  }

  static LocalDate day(Instant instant) {
    return instant.atZone(MOROCCO).toLocalDate();
  }

  static Instant begins(LocalDate day) {
    return day.atStartOfDay(MOROCCO).toInstant();
  }
}
