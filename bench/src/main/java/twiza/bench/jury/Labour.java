package twiza.bench.jury;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.http.Invocation;
import twiza.jury.Work;
import twiza.scoring.JuryWorkFunction;
import twiza.table.DynamoDb;

/**
 * A process of its own that does one job of the jury's queue, as the function does it, and prints
 * what that took. It is as cold as a function that has just been started.
 */
public final class Labour {

  /** Instead of a job: only reads all that is kept of the round, as the floor of the others. */
  static final String READ = "READ";

  private static final double MILLION = 1e6;

  private Labour() {}

  /** Takes a kind of {@link Work} or {@link #READ}, the round's id, and what time it is. */
  public static void main(String[] arguments) {
    Runnable work =
        arguments[0].equals(READ)
            ? reading(arguments[1])
            : job(
                System.getenv(),
                new Work(Work.Kind.valueOf(arguments[0]), arguments[1]),
                Instant.parse(arguments[2]));
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Heap heap = Heap.collected();
    long cpu = process.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    System.out.printf(
        Locale.ROOT,
        "%.0f %.0f %.0f%n",
        (System.nanoTime() - start) / MILLION,
        (process.getProcessCpuTime() - cpu) / MILLION,
        heap.peak());
    System.exit(0);
  }

  /** The function at work at a time; it fails where the function does. */
  public static Runnable job(Map<String, String> environment, Work work, Instant now) {
    JuryWorkFunction function = new JuryWorkFunction(environment, InstantSource.fixed(now));
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId("message");
    message.setBody(work.body());
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return () -> {
      if (!function
          .handleRequest(event, Invocation.of("jury-work"))
          .getBatchItemFailures()
          .isEmpty()) {
        throw new IllegalStateException(work + " failed");
      }
    };
  }

  private static Runnable reading(String round) {
    DynamoDbClient client = DynamoDb.client(System.getenv());
    return () -> read(client, round);
  }

  private static void read(DynamoDbClient client, String round) {
    Map<String, AttributeValue> values = Map.of(":round", AttributeValue.fromS("ROUND#" + round));
    long items =
        client
            .queryPaginator(
                query ->
                    query
                        .tableName(System.getenv("TWIZA_TABLE"))
                        .keyConditionExpression("PK = :round")
                        .expressionAttributeValues(values)
                        .consistentRead(true))
            .items()
            .stream()
            .count();
    if (items == 0) {
      throw new IllegalStateException("nothing is kept of " + round);
    }
  }
}
