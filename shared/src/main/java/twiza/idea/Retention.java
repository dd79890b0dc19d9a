package twiza.idea;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many months the data of ideas is kept that are over; then their authors and texts are erased.
 * An empty one is not decided: nothing is erased by itself.
 *
 * @param refused since a moderator rejected or unpublished it
 * @param withdrawn since its author withdrew it
 * @param expired since nobody confirmed it in time
 */
public record Retention(OptionalInt refused, OptionalInt withdrawn, OptionalInt expired) {

  public static final Retention UNDECIDED =
      new Retention(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  public static final int SHORTEST_MONTHS = 1;
  public static final int LONGEST_MONTHS = 120;

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  /**
   * Ideas in this state that nothing has happened to since this instant have been kept long enough;
   * empty when they are kept.
   */
  public Optional<Instant> over(State state, Instant now) {
    OptionalInt months = months(state);
    return months.isEmpty()
        ? Optional.empty()
        : Optional.of(now.atZone(MOROCCO).minusMonths(months.getAsInt()).toInstant());
  }

  private OptionalInt months(State state) {
    return switch (state) {
      case REJECTED, UNPUBLISHED -> refused;
      case WITHDRAWN -> withdrawn;
      case EXPIRED -> expired;
      case UNCONFIRMED, PENDING, CHANGES_REQUESTED, PUBLISHED -> OptionalInt.empty();
    };
  }
}
