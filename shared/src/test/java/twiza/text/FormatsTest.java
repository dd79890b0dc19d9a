package twiza.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
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
  void money_is_in_dirhams_with_western_digits() {
    assertThat(Formats.in(Language.FR).money(50_000)).isEqualTo("50\u202f000 DH");
    assertThat(Formats.in(Language.AR).money(50_000)).isEqualTo("50\u00a0000 درهم");
    assertThat(Formats.in(Language.EN).money(1_250_000)).isEqualTo("MAD 1,250,000");
    assertThat(Formats.in(Language.FR).money(999)).isEqualTo("999 DH");
  }

  @Test
  void scripts_get_every_change_of_the_clock_around_ramadan() {
    assertThat(Formats.offsets())
        .startsWith("1735689600:60 ")
        .contains(Instant.parse("2026-02-15T02:00:00Z").getEpochSecond() + ":0 ")
        .contains(Instant.parse("2026-03-22T02:00:00Z").getEpochSecond() + ":60 ");
  }
}
