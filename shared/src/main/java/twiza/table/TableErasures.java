package twiza.table;

import java.util.List;
import java.util.Map;
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
        Item.at(new Key(ERASED, erasure.id()))
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
        .map(item -> new Erasure(item.key().sort(), item.flag("textLeft"), item.instant("at")))
        .toList();
  }
}
