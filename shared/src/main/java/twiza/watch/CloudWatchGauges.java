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
    count(Measure.SUBMITTED);
  }

  @Override
  public void decided(Duration waited) {
    write(
        line -> {
          line.addMetric(Measure.DECIDED.metric(), 1, MetricUnit.COUNT);
          line.addMetric(Measure.HOURS_TO_DECIDE.metric(), waited.toMillis() / MILLIS_PER_HOUR);
        });
  }

  @Override
  public void mailSent() {
    count(Measure.MAILS_SENT);
  }

  @Override
  public void mailFailed() {
    count(Measure.MAILS_FAILED);
  }

  @Override
  public void mailBounced() {
    count(Measure.MAILS_BOUNCED);
  }

  @Override
  public void swept(Duration late) {
    write(
        line ->
            line.addMetric(
                Measure.SECONDS_LATE.metric(), (double) late.toSeconds(), MetricUnit.SECONDS));
  }

  private void count(Measure what) {
    write(line -> line.addMetric(what.metric(), 1, MetricUnit.COUNT));
  }

  /**
   * Never before a snapshot: what Powertools loads for one wants AspectJ, and the function would
   * not start.
   */
  private void write(Consumer<Metrics> measures) {
    MetricsFactory.getMetricsInstance().flushMetrics(measures);
  }
}
