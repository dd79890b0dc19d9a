package twiza.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import twiza.idea.Erasures;

/** Erased ids, in one partition of a table of their own. */
public final class TableErasures implements Erasures {

  private static final String ERASED = "ERASED";

  private final Table table;

  /**
   * @param name of the table of erasures
   */
  public TableErasures(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public void remember(Erasure erasure) {
    table.write(
        Item.at(new Key(ERASED, erasure.id() + erasure.interest().map(it -> "#" + it).orElse("")))
            .with("textLeft", erasure.textLeft())
            .with("at", erasure.at()));
  }

  @Override
  public List<Erasure> all() {
    return table
        .all(
            QueryRequest.builder()
                .keyConditionExpression("PK = :erased")
                .expressionAttributeValues(Map.of(":erased", Item.attribute(ERASED)))
                .consistentRead(true))
        .map(TableErasures::read)
        .toList();
  }

  private static Erasure read(Item item) {
    String[] ids = item.key().sort().split("#", 2);
    return new Erasure(
        ids[0],
        ids.length > 1 ? Optional.of(ids[1]) : Optional.empty(),
        item.flag("textLeft"),
        item.instant("at"));
  }
}
