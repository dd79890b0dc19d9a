package twiza.table;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpStatusCode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import twiza.access.Busy;

/**
 * The one table, through its client. What collides with another transaction is tried again with
 * jitter; when that does not help, and when the table is throttled, slow or unreachable, it is
 * {@link Busy}.
 */
final class Table {

  static final String NEW = "attribute_not_exists(PK)";

  /** What a transaction is cancelled for that may succeed when tried again. */
  private static final Set<String> COLLISIONS =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private static final int MOST_AT_ONCE = 100;
  private static final int ATTEMPTS = 6;
  private static final int FIRST_WAIT_MILLIS = 25;

  /** So long does a whole room that presses at once take, one transaction after the other. */
  private static final int ATTEMPTS_IN_A_CROWD = 9;

  private static final int LONGEST_WAIT_MILLIS = 3_200;

  private final DynamoDbClient client;
  private final String name;

  Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Reads one item as it is now. */
  Optional<Item> get(Key key) {
    return get(key, true);
  }

  /** Reads one item as it was lately, at half the cost. */
  Optional<Item> getLately(Key key) {
    return get(key, false);
  }

  private Optional<Item> get(Key key, boolean now) {
    GetItemRequest get =
        GetItemRequest.builder().tableName(name).key(key.attributes()).consistentRead(now).build();
    GetItemResponse found = retried(() -> client.getItem(get));
    return found.hasItem() ? Optional.of(new Item(found.item())) : Optional.empty();
  }

  /**
   * Reads several items at once, as they are now. What is not there is missing.
   *
   * @param keys at most a hundred
   */
  Map<Key, Item> getAll(Collection<Key> keys) {
    return getAll(keys, KeysAndAttributes.builder().consistentRead(true));
  }

  /**
   * Reads any number of items, as they are now, a hundred at once. What is not there is missing.
   */
  Stream<Item> each(Collection<Key> keys) {
    return keys.stream()
        .distinct()
        .gather(Gatherers.windowFixed(MOST_AT_ONCE))
        .flatMap(some -> getAll(some).values().stream());
  }

  /** Reads several items at once, as they were lately, at half the cost. */
  Map<Key, Item> getAllLately(Collection<Key> keys) {
    return getAll(keys, KeysAndAttributes.builder());
  }

  /**
   * Reads a part of any number of items, as they were lately, a hundred at once. What is not there
   * is missing.
   *
   * @param attributes what is read of them, beside their keys
   */
  Stream<Item> eachPart(Collection<Key> keys, String attributes) {
    return keys.stream()
        .distinct()
        .gather(Gatherers.windowFixed(MOST_AT_ONCE))
        .flatMap(some -> getAll(some, part(attributes)).values().stream());
  }

  private static KeysAndAttributes.Builder part(String attributes) {
    return KeysAndAttributes.builder().projectionExpression("PK, SK, " + attributes);
  }

  private Map<Key, Item> getAll(Collection<Key> keys, KeysAndAttributes.Builder reading) {
    Map<Key, Item> found = new HashMap<>();
    List<Map<String, AttributeValue>> left = keys.stream().map(Key::attributes).toList();
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      if (attempt > ATTEMPTS) {
        throw new Busy();
      }
      if (attempt > 1) {
        pause(attempt);
      }
      Map<String, KeysAndAttributes> wanted = Map.of(name, reading.keys(left).build());
      BatchGetItemResponse some =
          retried(() -> client.batchGetItem(batch -> batch.requestItems(wanted)));
      some.responses().getOrDefault(name, List.of()).stream()
          .map(Item::new)
          .forEach(item -> found.put(item.key(), item));
      left =
          Optional.ofNullable(some.unprocessedKeys().get(name))
              .map(KeysAndAttributes::keys)
              .orElse(List.of());
    }
    return found;
  }

  /** Reads one page of a list. */
  QueryResponse page(QueryRequest.Builder query) {
    QueryRequest request = query.tableName(name).build();
    return retried(() -> client.query(request));
  }

  /** Reads a list to its end, page by page while it is consumed. */
  Stream<Item> all(QueryRequest.Builder query) {
    return Stream.iterate(
            Optional.of(page(query)), Optional::isPresent, page -> pageAfter(page, query))
        .flatMap(page -> page.orElseThrow().items().stream().map(Item::new));
  }

  private Optional<QueryResponse> pageAfter(
      Optional<QueryResponse> page, QueryRequest.Builder query) {
    return page.filter(QueryResponse::hasLastEvaluatedKey)
        .map(p -> page(query.exclusiveStartKey(p.lastEvaluatedKey())));
  }

  /**
   * @return false when there is one already
   */
  boolean putNew(Item item) {
    PutItemRequest put =
        PutItemRequest.builder()
            .tableName(name)
            .item(item.attributes())
            .conditionExpression(NEW)
            .build();
    return retried(
        () -> {
          try {
            client.putItem(put);
            return true;
          } catch (ConditionalCheckFailedException _) {
            return false;
          }
        });
  }

  /** Keeps an item, in the place of the one with its key. */
  void write(Item item) {
    mayChange(item.key());
    PutItemRequest put = PutItemRequest.builder().tableName(name).item(item.attributes()).build();
    retried(() -> client.putItem(put));
  }

  /**
   * What became of a change of one item.
   *
   * @param item what the change asked to be returned when it was done; otherwise the item as it
   *     stands, empty when there is none
   */
  record Changed(boolean done, Item item) {}

  Changed change(UpdateItemRequest.Builder change) {
    UpdateItemRequest request =
        change.tableName(name).returnValuesOnConditionCheckFailure("ALL_OLD").build();
    mayChange(new Item(request.key()).key());
    return retried(
        () -> {
          try {
            return new Changed(true, new Item(client.updateItem(request).attributes()));
          } catch (ConditionalCheckFailedException e) {
            return new Changed(false, e.hasItem() ? new Item(e.item()) : new Item());
          }
        });
  }

  /** An item for a transaction, whether or not there is one already. */
  TransactWriteItem put(Item item) {
    mayChange(item.key());
    return TransactWriteItem.builder()
        .put(put -> put.tableName(name).item(item.attributes()))
        .build();
  }

  /** An item for a transaction, under a condition. */
  TransactWriteItem put(Item item, String condition, Map<String, AttributeValue> values) {
    if (!condition.equals(NEW)) {
      mayChange(item.key());
    }
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(name)
                    .item(item.attributes())
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.isEmpty() ? null : values)
                    .returnValuesOnConditionCheckFailure("ALL_OLD"))
        .build();
  }

  /** An item for a transaction that must be new. */
  TransactWriteItem putIfNew(Item item) {
    return put(item, NEW, Map.of());
  }

  /**
   * An item for a transaction.
   *
   * @param before the version that it takes the place of; 0 when it must be new
   */
  TransactWriteItem putAfter(Item item, long before) {
    return before == 0
        ? putIfNew(item)
        : put(item, "version = :version", Map.of(":version", Item.attribute(before)));
  }

  /**
   * Counts a code that was typed, before it is compared: however many are typed at once, no more
   * are compared than may be wrong.
   *
   * @return false when that many were typed, or the condition does not hold
   */
  boolean countCode(Key key, int most, String condition, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.put(":one", Item.attribute(1));
    all.put(":most", Item.attribute(most));
    return change(
            UpdateItemRequest.builder()
                .key(key.attributes())
                .updateExpression("ADD wrongCodes :one")
                .conditionExpression(condition + " AND wrongCodes < :most")
                .expressionAttributeValues(all))
        .done();
  }

  TransactWriteItem change(Key key, String expression, Map<String, AttributeValue> values) {
    mayChange(key);
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(name)
                    .key(key.attributes())
                    .updateExpression(expression)
                    .expressionAttributeValues(values))
        .build();
  }

  /** A change for a transaction, under a condition. */
  TransactWriteItem change(
      Key key, String expression, String condition, Map<String, AttributeValue> values) {
    mayChange(key);
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(name)
                    .key(key.attributes())
                    .updateExpression(expression)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values))
        .build();
  }

  TransactWriteItem delete(Key key) {
    mayChange(key);
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(name).key(key.attributes()))
        .build();
  }

  TransactWriteItem delete(Key key, String condition, Map<String, AttributeValue> values) {
    mayChange(key);
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(name)
                    .key(key.attributes())
                    .conditionExpression(condition)
                    .expressionAttributeValues(values))
        .build();
  }

  /** Holds as long as there is no such item. */
  TransactWriteItem checkNone(Key key) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check -> check.tableName(name).key(key.attributes()).conditionExpression(NEW))
        .build();
  }

  TransactWriteItem check(Key key, String condition, Map<String, AttributeValue> values) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(name)
                    .key(key.attributes())
                    .conditionExpression(condition)
                    .expressionAttributeValues(values))
        .build();
  }

  /**
   * @param names of the attributes whose own are words of the expression language
   */
  TransactWriteItem check(
      Key key, String condition, Map<String, String> names, Map<String, AttributeValue> values) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(name)
                    .key(key.attributes())
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values))
        .build();
  }

  /**
   * Keeps an item under a condition.
   *
   * @return whether it held
   */
  boolean put(PutItemRequest.Builder put, Item item) {
    mayChange(item.key());
    PutItemRequest request = put.tableName(name).item(item.attributes()).build();
    return retried(
        () -> {
          try {
            client.putItem(request);
            return true;
          } catch (ConditionalCheckFailedException _) {
            return false;
          }
        });
  }

  /**
   * Writes everything or nothing.
   *
   * @return empty when it is written; otherwise one reason for each action, of which at least one
   *     is that its condition did not hold
   */
  List<CancellationReason> transact(List<TransactWriteItem> actions) {
    return transact(actions, ATTEMPTS);
  }

  /** The same where one of the items is everybody's: with more patience. */
  List<CancellationReason> transactInACrowd(List<TransactWriteItem> actions) {
    return transact(actions, ATTEMPTS_IN_A_CROWD);
  }

  private List<CancellationReason> transact(List<TransactWriteItem> actions, int attempts) {
    return retried(
        () -> {
          try {
            client.transactWriteItems(transaction -> transaction.transactItems(actions));
            return List.of();
          } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().anyMatch(Table::failed)) {
              return e.cancellationReasons();
            }
            throw e;
          }
        },
        attempts);
  }

  /** What happened is written once. Neither what replaces it nor what deletes it gets past here. */
  private static void mayChange(Key key) {
    if (key.sort().startsWith(Keys.EVENT)) {
      throw new IllegalArgumentException("an event does not change: " + key);
    }
  }

  /** Whether this action is one whose condition did not hold. */
  static boolean failed(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code());
  }

  private static <T> T retried(Supplier<T> call) {
    return retried(call, ATTEMPTS);
  }

  private static <T> T retried(Supplier<T> call, int attempts) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (DynamoDbException e) {
        if (!collided(e)) {
          throw isBusy(e) ? new Busy(e) : e;
        }
        if (attempt == attempts) {
          throw new Busy(e);
        }
        pause(attempt);
      } catch (SdkClientException e) {
        throw isOutOfReach(e) ? new Busy(e) : e;
      }
    }
  }

  private static boolean collided(DynamoDbException e) {
    return switch (e) {
      case TransactionConflictException _, TransactionInProgressException _ -> true;
      case TransactionCanceledException canceled ->
          canceled.cancellationReasons().stream()
              .map(CancellationReason::code)
              .filter(code -> !"None".equals(code))
              .allMatch(COLLISIONS::contains);
      default -> false;
    };
  }

  private static boolean isBusy(DynamoDbException e) {
    return e.isThrottlingException() || e.statusCode() >= HttpStatusCode.INTERNAL_SERVER_ERROR;
  }

  private static boolean isOutOfReach(SdkClientException e) {
    return e instanceof ApiCallTimeoutException
        || e instanceof ApiCallAttemptTimeoutException
        || e.getCause() instanceof IOException;
  }

  private static void pause(int attempt) {
    int longest = Math.min(FIRST_WAIT_MILLIS << attempt, LONGEST_WAIT_MILLIS);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(e);
    }
  }
}
