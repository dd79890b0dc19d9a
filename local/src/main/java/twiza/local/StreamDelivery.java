package twiza.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import twiza.local.FunctionDefinition.StreamSource;

/**
 * Gives changes to a function as an event source mapping does: filter, batch, retry, bisect, give
 * up.
 */
final class StreamDelivery {
  private static final Logger LOG = LogManager.getLogger(StreamDelivery.class);
  private static final int LONGEST_PAUSE_MILLIS = 5_000;

  private final LoadedFunction function;
  private final StreamSource source;
  private final Consumer<JsonNode> failures;

  /**
   * @param failures takes what is told of a batch that was given up
   */
  StreamDelivery(LoadedFunction function, StreamSource source, Consumer<JsonNode> failures) {
    this.function = function;
    this.source = source;
    this.failures = failures;
  }

  /** Returns when each change has been taken by the function or given up. */
  void deliver(List<ObjectNode> changes) throws InterruptedException {
    List<ObjectNode> wanted = changes.stream().filter(this::passes).toList();
    for (int from = 0; from < wanted.size(); from += source.batchSize()) {
      int to = Math.min(from + source.batchSize(), wanted.size());
      deliver(wanted.subList(from, to), 0);
    }
  }

  private boolean passes(ObjectNode change) {
    return source.filters().isEmpty()
        || source.filters().stream().anyMatch(it -> it.matches(change));
  }

  private void deliver(List<ObjectNode> batch, int retries) throws InterruptedException {
    List<ObjectNode> left = remaining(batch);
    if (left.isEmpty()) {
      return;
    }
    if (left.size() < batch.size()) {
      deliver(left, 0);
    } else if (source.bisects() && batch.size() > 1) {
      int half = batch.size() / 2;
      deliver(batch.subList(0, half), retries);
      deliver(batch.subList(half, batch.size()), retries);
    } else if (retries < source.retries()) {
      Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, 50L << Math.min(retries, 10)));
      deliver(batch, retries + 1);
    } else {
      LOG.error("{} gave up {} changes", function.definition().id(), batch.size());
      failures.accept(failure(batch));
    }
  }

  /** What the function has not taken: nothing, the rest after a success, or all. */
  private List<ObjectNode> remaining(List<ObjectNode> batch) {
    ObjectNode event = Json.object();
    batch.forEach(event.putArray("Records")::add);
    try {
      Set<String> failed = failed(Json.read(function.invoke(Json.bytes(event))));
      for (int i = 0; i < batch.size(); i++) {
        if (failed.contains(sequence(batch.get(i)))) {
          return batch.subList(i, batch.size());
        }
      }
      return List.of();
    } catch (RuntimeException | Error e) {
      LOG.warn("{} failed on {} changes", function.definition().id(), batch.size(), e);
      return batch;
    }
  }

  private static Set<String> failed(JsonNode answer) {
    Set<String> failed = new HashSet<>();
    answer.path("batchItemFailures").forEach(it -> failed.add(it.path("itemIdentifier").asText()));
    return failed;
  }

  private static String sequence(JsonNode change) {
    return change.path("dynamodb").path("SequenceNumber").asText();
  }

  private ObjectNode failure(List<ObjectNode> batch) {
    ObjectNode failure = Json.object();
    ObjectNode context = failure.putObject("requestContext");
    context.put("functionArn", function.definition().id());
    context.put("condition", "RetryAttemptsExhausted");
    failure.put("version", "1.0");
    ObjectNode info = failure.putObject("DDBStreamBatchInfo");
    info.put("startSequenceNumber", sequence(batch.getFirst()));
    info.put("endSequenceNumber", sequence(batch.getLast()));
    info.put("batchSize", batch.size()).put("streamArn", source.streamArn());
    return failure;
  }
}
