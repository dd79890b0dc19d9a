package twiza.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.Fingerprints;
import twiza.idea.Author;
import twiza.idea.Calls;
import twiza.idea.Listing;

/**
 * The calls of a region. A page is two requests, whatever its size: a query of the list, and a read
 * of the authors and of the reasons at once. Whoever calls needs all of them to choose from, and
 * names copied into the list would have to be changed and erased there too.
 */
public final class TableCalls implements Calls {

  /** Each call reads two items, and one request reads a hundred. */
  private static final int MOST = 50;

  private final Table table;
  private final Lists lists;

  public TableCalls(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.lists = new Lists(table, fingerprints);
  }

  @Override
  public Listing<ToCall> waiting(String region, String cursor, int limit) {
    Lists.Ordered calls =
        new Lists.Ordered.Indexed(
            "GSI1",
            Keys.calls(region),
            position -> Keys.call(position.substring(position.indexOf('#') + 1)));
    return switch (lists.page(calls, cursor, Math.min(limit, MOST), item -> item)) {
      case Listing.Page<Item>(List<Item> items, Optional<String> next) ->
          new Listing.Page<>(complete(items), next);
      case Listing.BadCursor<Item> _ -> new Listing.BadCursor<>();
    };
  }

  private List<ToCall> complete(List<Item> calls) {
    Map<Key, Item> found =
        table.getAllLately(
            calls.stream()
                .flatMap(call -> Stream.of(Keys.author(call.text("id")), CallItems.words(call)))
                .toList());
    return calls.stream().map(call -> complete(call, found)).toList();
  }

  private static ToCall complete(Item call, Map<Key, Item> found) {
    Optional<Author> author =
        Optional.ofNullable(found.get(Keys.author(call.text("id")))).flatMap(AuthorItems::read);
    String reason =
        Optional.ofNullable(found.get(CallItems.words(call)))
            .map(words -> words.text("reason"))
            .orElse("");
    return CallItems.read(call, author, reason);
  }
}
