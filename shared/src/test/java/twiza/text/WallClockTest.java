package twiza.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.text.WallClock.Reading;

class WallClockTest {

  /** A year whose Ramadan the JDK's rules know. */
  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private static final ZoneOffsetTransition RAMADAN_BEGINS =
      Formats.ZONE.getRules().nextTransition(NEW_YEAR);
  private static final ZoneOffsetTransition RAMADAN_ENDS =
      Formats.ZONE.getRules().nextTransition(RAMADAN_BEGINS.getInstant());

  @Test
  void is_an_hour_ahead_of_utc_outside_ramadan_and_with_it_inside() {
    assertThat(WallClock.read("2026-05-04T10:00"))
        .isEqualTo(new Reading.At(Instant.parse("2026-05-04T09:00:00Z")));
    LocalDateTime inside = RAMADAN_BEGINS.getDateTimeAfter().plusDays(10);
    assertThat(WallClock.read(inside.toString()))
        .isEqualTo(new Reading.At(Instant.parse(inside + ":00Z")));
  }

  @Test
  void shows_an_hour_twice_when_ramadan_begins() {
    assertThat(RAMADAN_BEGINS.isOverlap()).isTrue();
    LocalDateTime first = RAMADAN_BEGINS.getDateTimeAfter();
    assertThat(WallClock.read(first.minusSeconds(1).toString())).isInstanceOf(Reading.At.class);
    assertThat(WallClock.read(first.toString())).isEqualTo(new Reading.Twice());
    assertThat(WallClock.read(first.plusMinutes(59).toString())).isEqualTo(new Reading.Twice());
    assertThat(WallClock.read(first.plusHours(1).toString())).isInstanceOf(Reading.At.class);
    assertThat(WallClock.read(first + ":00+01:00"))
        .isEqualTo(new Reading.At(RAMADAN_BEGINS.getInstant().minus(Duration.ofHours(1))));
  }

  @Test
  void skips_an_hour_when_ramadan_ends() {
    assertThat(RAMADAN_ENDS.isGap()).isTrue();
    LocalDateTime skipped = RAMADAN_ENDS.getDateTimeBefore();
    assertThat(WallClock.read(skipped.toString())).isEqualTo(new Reading.Skipped());
    assertThat(WallClock.read(skipped.plusHours(1).toString()))
        .isEqualTo(new Reading.At(RAMADAN_ENDS.getInstant()));
  }

  @Test
  void shows_what_it_reads() {
    for (Instant at = NEW_YEAR;
        at.isBefore(NEW_YEAR.plus(Duration.ofDays(365)));
        at = at.plus(Duration.ofHours(7))) {
      Reading reading = WallClock.read(WallClock.at(at));
      assertThat(reading).isIn(new Reading.At(at), new Reading.Twice());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demain",
        "2026-05-04",
        "2026-02-30T10:00",
        "2026-05-04T25:00",
        "2026-05-04T10:00[Europe/Paris]",
        "0001-01-01T00:00",
        "+999999999-12-31T23:59:59Z",
        "1999-12-31T23:59:59Z"
      })
  void reads_nothing_else(String typed) {
    assertThat(WallClock.read(typed)).isEqualTo(new Reading.Unreadable());
  }
}
