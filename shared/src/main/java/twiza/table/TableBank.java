package twiza.table;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.Fingerprints;
import twiza.idea.Bank;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.idea.Publication;

/** The bank: a query for a page of a shelf, a read for a sheet. Both as they were lately. */
public final class TableBank implements Bank {

  private final Table table;
  private final Lists lists;

  public TableBank(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.lists = new Lists(table, fingerprints);
  }

  @Override
  public Listing<Card> list(Shelf shelf, String cursor, int limit) {
    String partition = Keys.shelf(orAll(shelf.place()), orAll(shelf.sector()));
    return lists.page(new Lists.Ordered.Backwards(partition), cursor, limit, BankItems::readCard);
  }

  @Override
  public Optional<Publication> find(String id) {
    return table.getLately(Keys.sheet(id)).map(BankItems::readSheet);
  }

  @Override
  public Map<String, Publication> find(Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : table.getAll(ids.stream().distinct().map(Keys::sheet).toList()).values().stream()
            .map(BankItems::readSheet)
            .collect(Collectors.toMap(Publication::id, publication -> publication));
  }

  private static String orAll(String code) {
    return code.isEmpty() ? Keys.ALL : code;
  }
}
