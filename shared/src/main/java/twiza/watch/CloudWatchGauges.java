package twiza.watch;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Metrics as lines of the log, which CloudWatch counts. Namespace and service come from the
 * environment, {@code POWERTOOLS_METRICS_NAMESPACE} and {@code POWERTOOLS_SERVICE_NAME}.
 */
final class CloudWatchGauges implements Gauges {

  private static final double MILLIS_PER_HOUR = 3_600_000;

  @Override
  public void submitted() {
    count("Submitted");
  }

  @Override
  public void decided(Duration waited) {
    write(
        line -> {
          line.addMetric("Decided", 1, MetricUnit.COUNT);
          line.addMetric("HoursToDecide", waited.toMillis() / MILLIS_PER_HOUR);
        });
  }

  @Override
  public void mailSent() {
    count("MailsSent");
  }

  @Override
  public void mailFailed() {
    count("MailsFailed");
  }

  @Override
  public void mailBounced() {
    count("MailsBounced");
  }

  @Override
  public void swept(Duration late) {
    write(line -> line.addMetric("SecondsLate", (double) late.toSeconds(), MetricUnit.SECONDS));
  }

  private void count(String name) {
    write(line -> line.addMetric(name, 1, MetricUnit.COUNT));
  }

  /**
   * Never before a snapshot: what Powertools loads for one wants AspectJ, and the function would
   * not start.
   */
  private void write(Consumer<Metrics> measures) {
    MetricsFactory.getMetricsInstance().flushMetrics(measures);
  }
}
