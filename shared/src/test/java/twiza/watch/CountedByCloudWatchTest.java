package twiza.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What CloudWatch counts are lines of the log in its embedded metric format. */
class CountedByCloudWatchTest {

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Gauges gauges =
      new CloudWatchGauges(
          "Twiza",
          "twiza-dev",
          InstantSource.fixed(Instant.ofEpochMilli(1_767_225_600_000L)),
          new PrintStream(log, true, StandardCharsets.UTF_8));

  private String line() {
    return log.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void a_metric_is_one_line_that_says_what_to_count() {
    gauges.submitted();
    assertThat(line())
        .isEqualTo(
            "{\"_aws\":{\"Timestamp\":1767225600000,\"CloudWatchMetrics\":[{\"Namespace\":\"Twiza\","
                + "\"Dimensions\":[[\"Service\"]],"
                + "\"Metrics\":[{\"Name\":\"Submitted\",\"Unit\":\"Count\"}]}]},"
                + "\"Service\":\"twiza-dev\",\"Submitted\":1.0}");
  }

  @Test
  void a_decision_counts_and_tells_how_long_it_was_waited_for() {
    gauges.decided(Duration.ofMinutes(90));
    assertThat(line()).contains("\"Decided\":1.0", "\"HoursToDecide\":1.5");
  }

  @Test
  void lateness_is_in_seconds() {
    gauges.swept(Duration.ofMinutes(2));
    assertThat(line()).contains("\"Name\":\"SecondsLate\",\"Unit\":\"Seconds\"", ":120.0");
  }

  @Test
  void nothing_is_written_outside_lambda() {
    assertThat(Gauges.of(Map.of())).isInstanceOf(NoGauges.class);
  }
}
