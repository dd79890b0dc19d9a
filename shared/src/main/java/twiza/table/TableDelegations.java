package twiza.table;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.delegation.Delegation;
import twiza.delegation.Delegations;

/** What a delegation says: one item of its region, read by one request. */
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
  public boolean save(Delegation.Edit edit) {
    TransactWriteItem write =
        table.putAfter(DelegationItems.write(edit.after()), edit.after().version() - 1);
    return table.transact(List.of(write, table.putIfNew(DelegationItems.event(edit)))).isEmpty();
  }
}
