package twiza.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import twiza.access.Cursors;
import twiza.access.Fingerprints;
import twiza.idea.Listing;

/** Pages of lists: each is one query of one partition, whatever the size of the list. */
final class Lists {

  /** A partition, of the table or of an index, in its order. */
  sealed interface Ordered {

    String partition();

    /** The partition of the table itself, from the last item to the first. */
    record Backwards(String partition) implements Ordered {}

    /**
     * A part of a partition of the table itself, from the first item to the last.
     *
     * @param prefix what the sort keys begin with; empty for the whole partition
     */
    record Forwards(String partition, String prefix) implements Ordered {}

    /**
     * The partition of an index, from the first item to the last.
     *
     * @param item the key of the item that stands at a position of the index
     */
    record Indexed(String index, String partition, Function<String, Key> item) implements Ordered {}

    /** The same, from the last item to the first. */
    record IndexedBackwards(Indexed list) implements Ordered {

      @Override
      public String partition() {
        return list.partition();
      }
    }
  }

  private final Table table;
  private final Cursors cursors;

  Lists(Table table, Fingerprints fingerprints) {
    this.table = table;
    this.cursors = new Cursors(fingerprints);
  }

  /**
   * @param cursor empty for the first page
   */
  <T> Listing<T> page(Ordered list, String cursor, int limit, Function<Item, T> reading) {
    // One more than asked for tells whether another page follows.
    QueryRequest.Builder query = query(list).limit(limit + 1);
    if (!cursor.isEmpty()) {
      Optional<String> position = cursors.position(list.partition(), cursor);
      if (position.isEmpty()) {
        return new Listing.BadCursor<>();
      }
      query.exclusiveStartKey(start(list, position.get()));
    }
    QueryResponse page = table.page(query);
    List<Item> items = page.items().stream().limit(limit).map(Item::new).toList();
    boolean more = page.items().size() > limit || page.hasLastEvaluatedKey();
    Optional<String> next =
        more && !items.isEmpty()
            ? Optional.of(cursors.at(list.partition(), items.getLast().text(prefix(list) + "SK")))
            : Optional.empty();
    return new Listing.Page<>(items.stream().map(reading).toList(), next);
  }

  private static QueryRequest.Builder query(Ordered list) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .keyConditionExpression(prefix(list) + "PK = :list")
            .expressionAttributeValues(Map.of(":list", Item.attribute(list.partition())));
    return switch (list) {
      case Ordered.Forwards(String _, String prefix) when prefix.isEmpty() -> query;
      case Ordered.Forwards(String partition, String prefix) ->
          query
              .keyConditionExpression("PK = :list AND begins_with(SK, :prefix)")
              .expressionAttributeValues(
                  Map.of(":list", Item.attribute(partition), ":prefix", Item.attribute(prefix)));
      case Ordered.Backwards _ -> query.scanIndexForward(false);
      case Ordered.Indexed indexed -> query.indexName(indexed.index());
      case Ordered.IndexedBackwards(Ordered.Indexed indexed) ->
          query.indexName(indexed.index()).scanIndexForward(false);
    };
  }

  private static Map<String, AttributeValue> start(Ordered list, String position) {
    return switch (list) {
      case Ordered.Backwards(String partition) -> new Key(partition, position).attributes();
      case Ordered.Forwards(String partition, String _) ->
          new Key(partition, position).attributes();
      case Ordered.Indexed(String index, String partition, Function<String, Key> item) -> {
        Map<String, AttributeValue> start = new HashMap<>(item.apply(position).attributes());
        start.put(index + "PK", Item.attribute(partition));
        start.put(index + "SK", Item.attribute(position));
        yield start;
      }
      case Ordered.IndexedBackwards(Ordered.Indexed indexed) -> start(indexed, position);
    };
  }

  /** What the names of the key's attributes begin with. */
  private static String prefix(Ordered list) {
    return switch (list) {
      case Ordered.Backwards _, Ordered.Forwards _ -> "";
      case Ordered.Indexed indexed -> indexed.index();
      case Ordered.IndexedBackwards(Ordered.Indexed indexed) -> indexed.index();
    };
  }
}
