package twiza.operations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts the items of one table in the place of another's: first all that come, then what goes. */
final class Replacement {

  private static final int MOST_AT_ONCE = 25;
  private static final int LONGEST_WAIT_MILLIS = 1000;

  private final DynamoDbClient client;
  private final String table;
  private final List<WriteRequest> batch = new ArrayList<>();

  Replacement(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** How many items were put, and how many taken away. */
  record Result(int put, int deleted) {}

  private record Key(String partition, String sort) {

    static Key of(Map<String, AttributeValue> item) {
      return new Key(item.get("PK").s(), item.get("SK").s());
    }

    Map<String, AttributeValue> attributes() {
      return Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS(sort));
    }
  }

  Result by(String copy) {
    Set<Key> kept = new HashSet<>();
    for (Map<String, AttributeValue> item : items(copy)) {
      kept.add(Key.of(item));
      write(WriteRequest.builder().putRequest(put -> put.item(item)).build());
    }
    int deleted = 0;
    for (Map<String, AttributeValue> item : items(table)) {
      Key key = Key.of(item);
      if (!kept.contains(key)) {
        deleted++;
        write(WriteRequest.builder().deleteRequest(it -> it.key(key.attributes())).build());
      }
    }
    flush();
    return new Result(kept.size(), deleted);
  }

  private Iterable<Map<String, AttributeValue>> items(String name) {
    return client.scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items();
  }

  private void write(WriteRequest request) {
    batch.add(request);
    if (batch.size() == MOST_AT_ONCE) {
      flush();
    }
  }

  /** What the table has no room for at the moment comes back, and is tried again. */
  private void flush() {
    while (!batch.isEmpty()) {
      Map<String, List<WriteRequest>> left =
          client
              .batchWriteItem(write -> write.requestItems(Map.of(table, List.copyOf(batch))))
              .unprocessedItems();
      batch.clear();
      batch.addAll(left.getOrDefault(table, List.of()));
      if (!batch.isEmpty()) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_WAIT_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped before the end; run it again", e);
    }
  }
}
