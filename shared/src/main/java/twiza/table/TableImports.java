package twiza.table;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.access.Fingerprints;
import twiza.idea.Imports;
import twiza.idea.Listing;

/**
 * Files brought in, in the table: each an item of its region; in a partition of its own, which
 * ideas came with it, written with each of them.
 */
public final class TableImports implements Imports {

  private static final int READ_AT_ONCE = 100;

  private final Table table;
  private final Lists lists;
  private final Fingerprints fingerprints;

  public TableImports(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.lists = new Lists(table, fingerprints);
    this.fingerprints = fingerprints;
  }

  @Override
  public void keep(Batch batch) {
    table.write(
        Item.at(Keys.batch(batch.region(), batch.id()))
            .with("id", batch.id())
            .with("region", batch.region())
            .with("by", batch.by())
            .with("at", batch.at())
            .with("rows", batch.rows())
            .with("complete", batch.complete())
            .with("undone", batch.undone().map(TableImports::undone)));
  }

  private static Item undone(Undone undone) {
    return new Item()
        .with("by", undone.by())
        .with("at", undone.at())
        .with("removed", undone.removed())
        .with("kept", undone.kept());
  }

  private static Batch read(Item item) {
    return new Batch(
        item.text("id"),
        item.text("region"),
        item.text("by"),
        item.instant("at"),
        item.integer("rows"),
        item.flag("complete"),
        item.optionalMap("undone").map(TableImports::readUndone));
  }

  private static Undone readUndone(Item map) {
    return new Undone(
        map.text("by"), map.instant("at"), map.integer("removed"), map.integer("kept"));
  }

  @Override
  public Optional<Batch> find(String region, String id) {
    return table.get(Keys.batch(region, id)).map(TableImports::read);
  }

  @Override
  public Listing<Batch> of(String region, String cursor, int limit) {
    Lists.Ordered batches = new Lists.Ordered.Backwards(Keys.imports(region));
    return lists.page(batches, cursor, limit, TableImports::read);
  }

  @Override
  public List<String> ideas(String batch) {
    return table
        .all(
            QueryRequest.builder()
                .keyConditionExpression("PK = :batch")
                .expressionAttributeValues(Map.of(":batch", Item.attribute(Keys.imported(batch))))
                .consistentRead(true))
        .map(item -> Keys.ideaAmong(item.key()))
        .toList();
  }

  @Override
  public Set<String> taken(Collection<String> keys, Instant now) {
    Map<Key, String> rows =
        keys.stream()
            .distinct()
            .collect(
                Collectors.toMap(key -> Keys.submission(key, fingerprints), Function.identity()));
    Map<Key, Item> found = new HashMap<>();
    rows.keySet().stream()
        .gather(Gatherers.windowFixed(READ_AT_ONCE))
        .forEach(some -> found.putAll(table.getAll(some)));
    return found.entrySet().stream()
        .filter(entry -> entry.getValue().number("expiresAt") > now.getEpochSecond())
        .map(entry -> rows.get(entry.getKey()))
        .collect(Collectors.toSet());
  }

  @Override
  public void release(String batch, String idea) {
    table
        .get(Keys.imported(batch, idea))
        .map(item -> Keys.submission(item.text("row"), fingerprints))
        .ifPresent(row -> table.transact(List.of(deleteOf(row, idea))));
  }

  /** The row may have come in again meanwhile, as another idea. */
  private TransactWriteItem deleteOf(Key row, String idea) {
    return table.delete(row, "id = :idea", Map.of(":idea", Item.attribute(idea)));
  }
}
