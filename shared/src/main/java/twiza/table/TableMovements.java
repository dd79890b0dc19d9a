package twiza.table;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import twiza.idea.Movements;

/** The index of events by region and month: a query a month, of what is new there and no more. */
public final class TableMovements implements Movements {

  private final Table table;

  public TableMovements(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public List<Movement> since(String region, Instant from, Instant now) {
    YearMonth last = month(now);
    return Stream.iterate(month(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
        .flatMap(month -> table.all(query(region, month, from)))
        .filter(item -> item.key().partition().startsWith(Keys.IDEA_AMONG))
        .map(item -> new Movement(Keys.ideaOf(item.key()), item.text("GSI3SK")))
        .toList();
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }

  private static QueryRequest.Builder query(String region, YearMonth month, Instant from) {
    return QueryRequest.builder()
        .indexName("GSI3")
        .keyConditionExpression("GSI3PK = :month AND GSI3SK >= :from")
        .expressionAttributeValues(
            Map.of(
                ":month", Item.attribute(Keys.audit(region, month)),
                ":from", Item.attribute(Keys.instant(from))));
  }
}
