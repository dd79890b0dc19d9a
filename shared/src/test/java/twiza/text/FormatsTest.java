package twiza.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import twiza.place.Language;

class FormatsTest {

  private static final Instant LAUNCH = Instant.parse("2025-05-08T09:05:00Z");

  @Test
  void a_date_names_its_month_as_the_reader_does() {
    assertThat(Formats.in(Language.FR).date(LAUNCH)).isEqualTo("8 mai 2025");
    assertThat(Formats.in(Language.AR).date(LAUNCH)).isEqualTo("8 ماي 2025");
    assertThat(Formats.in(Language.EN).date(LAUNCH)).isEqualTo("8 May 2025");
    assertThat(Formats.in(Language.ZGH).date(LAUNCH)).isEqualTo("8 ماي 2025");
  }

  @Test
  void the_time_is_that_of_morocco_one_hour_ahead() {
    assertThat(Formats.in(Language.FR).dateTime(LAUNCH)).isEqualTo("8 mai 2025 à 10:05");
  }

  @Test
  void during_ramadan_morocco_keeps_universal_time() {
    assertThat(Formats.in(Language.FR).dateTime(Instant.parse("2026-03-01T09:05:00Z")))
        .isEqualTo("1er mars 2026 à 09:05");
  }

  @Test
  void a_deadline_names_its_zone_on_both_sides_of_a_change_of_the_clock() {
    Instant before = LAUNCH;
    for (int change = 0; change < 2; change++) {
      ZoneOffsetTransition next = Formats.ZONE.getRules().nextTransition(before);
      Instant last = next.getInstant().minusSeconds(60);
      for (Instant at : List.of(last, next.getInstant())) {
        String offset =
            Formats.ZONE.getRules().getOffset(at).equals(ZoneOffset.UTC) ? "UTC+0" : "UTC+1";
        assertThat(Formats.in(Language.FR).dateTimeWithZone(at))
            .isEqualTo(Formats.in(Language.FR).dateTime(at) + " (heure du Maroc, " + offset + ")");
      }
      before = next.getInstant();
    }
    assertThat(Formats.in(Language.FR).dateTimeWithZone(Instant.parse("2027-02-20T12:00:00Z")))
        .isEqualTo("20 février 2027 à 12:00 (heure du Maroc, UTC+0)");
    assertThat(Formats.in(Language.FR).dateTimeWithZone(Instant.parse("2027-04-20T12:00:00Z")))
        .isEqualTo("20 avril 2027 à 13:00 (heure du Maroc, UTC+1)");
  }

  /** The vectors of {@code formats.tsv} hold in the site's scripts too. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "formats.tsv",
      delimiter = '\t',
      ignoreLeadingAndTrailingWhitespace = false)
  void figures_are_written_as_in_the_scripts(
      String tag, String kind, String value, String expected) {
    Language language = Language.ofTag(tag).orElseThrow();
    Formats formats = Formats.in(language);
    String written =
        switch (kind) {
          case "number" -> formats.number(Long.parseLong(value));
          case "decimal" -> formats.decimal(Double.parseDouble(value));
          case "money" -> formats.money(Long.parseLong(value));
          case "percent" -> formats.percent(Long.parseLong(value));
          default -> Messages.in(language).text(kind, "count", Long.parseLong(value));
        };
    assertThat(written).isEqualTo(expected);
  }

  @Test
  void scripts_get_every_change_of_the_clock_around_ramadan() {
    assertThat(Formats.offsets())
        .startsWith("1735689600:60 ")
        .contains(Instant.parse("2026-02-15T02:00:00Z").getEpochSecond() + ":0 ")
        .contains(Instant.parse("2026-03-22T02:00:00Z").getEpochSecond() + ":60 ");
  }
}
