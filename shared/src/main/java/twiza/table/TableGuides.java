package twiza.table;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.delegation.Guide;
import twiza.delegation.Guides;

/** What cooperatives need to start: one item of each region that says it itself. */
public final class TableGuides implements Guides {

  private final Table table;
  private final Guide.Content house;

  /**
   * @param house what is said for a region that has said nothing
   */
  public TableGuides(DynamoDbClient client, String name, Guide.Content house) {
    this.table = new Table(client, name);
    this.house = house;
  }

  @Override
  public Guide of(String region) {
    return table
        .get(Keys.guide(region))
        .map(item -> GuideItems.read(region, item))
        .orElseGet(() -> Guide.ofTheHouse(region, house));
  }

  @Override
  public boolean save(Guide.Edit edit) {
    TransactWriteItem write =
        table.putAfter(GuideItems.write(edit.after()), edit.after().version() - 1);
    return table.transact(List.of(write, table.putIfNew(GuideItems.event(edit)))).isEmpty();
  }
}
