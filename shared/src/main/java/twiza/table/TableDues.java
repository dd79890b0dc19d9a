package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import twiza.idea.Dues;

/** What is due: one query of the index of dates, whatever the kind. */
public final class TableDues implements Dues {

  private final Table table;

  public TableDues(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public Stream<Due> by(Instant now) {
    // Positions begin with an instant of whole milliseconds: all of now's come before the next one.
    String end = Keys.instant(now.plus(Duration.ofMillis(1)));
    return table
        .all(
            QueryRequest.builder()
                .indexName("GSI2")
                .keyConditionExpression("GSI2PK = :due AND GSI2SK < :end")
                .expressionAttributeValues(
                    Map.of(":due", Item.attribute(Keys.DUE), ":end", Item.attribute(end))))
        .map(TableDues::due);
  }

  private static Due due(Item item) {
    String[] parts = item.text("GSI2SK").split("#", 3);
    return new Due(parts[1], parts[2], Instant.parse(parts[0]));
  }
}
