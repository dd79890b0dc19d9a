package twiza.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AScheduleTest {
  private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 minute) | 2027-01-01T00:00:00Z | 2027-01-01T00:01:00Z",
        "rate(7 days) | 2027-01-01T00:00:00Z | 2027-01-08T00:00:00Z",
        "cron(0 8 * * ? *) | 2027-01-01T00:00:00Z | 2027-01-01T07:00:00Z",
        "cron(0 8 * * ? *) | 2027-01-01T07:00:00Z | 2027-01-02T07:00:00Z",
        "cron(30 9 ? * MON-FRI *) | 2027-01-01T12:00:00Z | 2027-01-04T08:30:00Z",
        "cron(0 10 1 * ? *) | 2027-01-01T12:00:00Z | 2027-02-01T09:00:00Z"
      })
  void firesNextAt(String expression, Instant after, Instant next) {
    assertThat(ScheduleExpression.parse(expression, CASABLANCA).next(after)).isEqualTo(next);
  }

  @Test
  void keepsTheHourOfTheWallClockThroughRamadan() {
    ScheduleExpression morning = ScheduleExpression.parse("cron(0 8 * * ? *)", CASABLANCA);
    Instant inRamadan = Instant.parse("2026-03-01T00:00:00Z");
    assertThat(morning.next(inRamadan)).isEqualTo("2026-03-01T08:00:00Z");
  }

  @Test
  void isRefusedWhenItIsNone() {
    assertThatThrownBy(() -> ScheduleExpression.parse("every day", CASABLANCA))
        .hasMessageContaining("every day");
    assertThatThrownBy(() -> ScheduleExpression.parse("rate(1 fortnight)", CASABLANCA))
        .hasMessageContaining("fortnight");
  }
}
