package twiza.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Metrics as lines of the log, in CloudWatch's embedded metric format: what a line holds under
 * {@code _aws} says which of its members CloudWatch counts.
 */
final class CloudWatchGauges implements Gauges {

  private static final double MILLIS_PER_HOUR = 3_600_000;
  private static final String SERVICE = "Service";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String namespace;
  private final String service;
  private final InstantSource clock;
  private final PrintStream log;

  /**
   * @param service the dimension of every metric
   */
  CloudWatchGauges(String namespace, String service, InstantSource clock, PrintStream log) {
    this.namespace = namespace;
    this.service = service;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public void submitted() {
    write(metric("Submitted", 1, "Count"));
  }

  @Override
  public void decided(Duration waited) {
    write(
        metric("Decided", 1, "Count"),
        metric("HoursToDecide", waited.toMillis() / MILLIS_PER_HOUR, "None"));
  }

  @Override
  public void mailSent() {
    write(metric("MailsSent", 1, "Count"));
  }

  @Override
  public void mailFailed() {
    write(metric("MailsFailed", 1, "Count"));
  }

  @Override
  public void swept(Duration late) {
    write(metric("SecondsLate", (double) late.toSeconds(), "Seconds"));
  }

  private record Metric(String name, double value, String unit) {}

  private static Metric metric(String name, double value, String unit) {
    return new Metric(name, value, unit);
  }

  private void write(Metric... metrics) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
    ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", namespace);
    directive.putArray("Dimensions").addArray().add(SERVICE);
    var definitions = directive.putArray("Metrics");
    line.put(SERVICE, service);
    for (Metric metric : metrics) {
      definitions.addObject().put("Name", metric.name()).put("Unit", metric.unit());
      line.put(metric.name(), metric.value());
    }
    log.println(line);
  }
}
