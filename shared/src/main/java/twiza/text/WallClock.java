package twiza.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Times as people type them: on the clock on Morocco's walls, which is put back when Ramadan begins
 * and forward when it ends; or with an offset, as machines write them.
 */
public final class WallClock {

  private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private WallClock() {}

  /** What a text says about time. */
  public sealed interface Reading {

    /**
     * @param at to the millisecond
     */
    record At(Instant at) implements Reading {}

    record Unreadable() implements Reading {}

    /** The clock is put forward past it. */
    record Skipped() implements Reading {}

    /** The clock is put back to before it, and shows it again. */
    record Twice() implements Reading {}
  }

  /**
   * @param typed such as {@code 2027-02-20T12:00} on Morocco's clock, or {@code
   *     2027-02-20T11:00:00Z}
   */
  public static Reading read(String typed) {
    try {
      return possible(OffsetDateTime.parse(typed).toInstant());
    } catch (DateTimeParseException e) {
      return local(typed);
    }
  }

  private static Reading local(String typed) {
    try {
      LocalDateTime local = LocalDateTime.parse(typed);
      List<ZoneOffset> offsets = Formats.ZONE.getRules().getValidOffsets(local);
      return switch (offsets.size()) {
        case 0 -> new Reading.Skipped();
        case 1 -> possible(local.toInstant(offsets.getFirst()));
        default -> new Reading.Twice();
      };
    } catch (DateTimeException e) {
      return new Reading.Unreadable();
    }
  }

  private static Reading possible(Instant at) {
    return at.isBefore(EARLIEST) || at.isAfter(LATEST)
        ? new Reading.Unreadable()
        : new Reading.At(at.truncatedTo(ChronoUnit.MILLIS));
  }

  /** What the clock shows at an instant, as {@code 2027-02-20T12:00}; seconds unless zero. */
  public static String at(Instant at) {
    return at.atZone(Formats.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
