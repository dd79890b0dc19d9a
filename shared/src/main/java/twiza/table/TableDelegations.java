package twiza.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.delegation.Delegation;
import twiza.delegation.Delegations;
import twiza.place.Language;

/**
 * What a delegation says: one item of its region, read by one request; and what it ever said of the
 * terms.
 */
public final class TableDelegations implements Delegations {

  private final Table table;

  public TableDelegations(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public Delegation of(String region) {
    return table
        .get(Keys.delegation(region))
        .map(item -> DelegationItems.read(region, item))
        .orElseGet(() -> Delegation.silent(region));
  }

  @Override
  public Map<Language, String> terms(String region, long version) {
    return table.get(Keys.terms(region, version)).map(DelegationItems::terms).orElseGet(Map::of);
  }

  @Override
  public boolean save(Delegation.Edit edit) {
    TransactWriteItem write =
        table.putAfter(DelegationItems.write(edit.after()), edit.after().version() - 1);
    List<TransactWriteItem> writes =
        new ArrayList<>(List.of(write, table.putIfNew(DelegationItems.event(edit))));
    if (edit.hasNewTerms()) {
      writes.add(table.putIfNew(DelegationItems.terms(edit.after())));
    }
    return table.transact(writes).isEmpty();
  }
}
