package twiza.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads a table's stream in order, from its beginning at every start. The records are in DynamoDB
 * Local's file, for 24 hours, so what was not delivered before the process died is delivered after
 * it; what was delivered comes once more, as it may from Lambda.
 */
final class StreamPoller {
  private final DynamoDbStreamsClient client;
  private final String streamArn;
  private final StreamDelivery delivery;
  private final Map<String, String> iterators = new HashMap<>();
  private final Set<String> finished = new HashSet<>();

  StreamPoller(DynamoDbStreamsClient client, String streamArn, StreamDelivery delivery) {
    this.client = client;
    this.streamArn = streamArn;
    this.delivery = delivery;
  }

  /** Delivers what has come since the last time. */
  void poll() throws InterruptedException {
    List<Shard> shards =
        client.describeStream(it -> it.streamArn(streamArn)).streamDescription().shards();
    Set<String> present = new HashSet<>();
    shards.forEach(it -> present.add(it.shardId()));
    for (Shard shard : shards) {
      String parent = shard.parentShardId();
      boolean parentRead = parent == null || finished.contains(parent) || !present.contains(parent);
      if (parentRead && !finished.contains(shard.shardId())) {
        read(shard.shardId());
      }
    }
  }

  private void read(String shard) throws InterruptedException {
    String iterator = iterators.computeIfAbsent(shard, this::beginning);
    while (iterator != null) {
      String current = iterator;
      GetRecordsResponse records = client.getRecords(it -> it.shardIterator(current));
      List<ObjectNode> changes =
          records.records().stream().map(it -> StreamRecords.json(it, streamArn)).toList();
      delivery.deliver(changes);
      iterator = records.nextShardIterator();
      if (iterator != null) {
        iterators.put(shard, iterator);
      }
      if (changes.isEmpty() && iterator != null) {
        return;
      }
    }
    finished.add(shard);
  }

  private String beginning(String shard) {
    return client
        .getShardIterator(
            it ->
                it.streamArn(streamArn)
                    .shardId(shard)
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
        .shardIterator();
  }
}
