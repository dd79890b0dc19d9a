package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import twiza.access.Fingerprints;
import twiza.round.Arrivals;

/** An item of its own for each attempt: nobody else writes it, however many come at once. */
public final class TableArrivals implements Arrivals {

  private static final Duration KEPT = Duration.ofDays(1);

  private final Table table;
  private final Fingerprints fingerprints;

  public TableArrivals(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.fingerprints = fingerprints;
  }

  @Override
  public void note(String attempt, Instant at) {
    table.change(
        UpdateItemRequest.builder()
            .key(Keys.arrival(attempt, fingerprints).attributes())
            .updateExpression("SET sentAt = if_not_exists(sentAt, :at), expiresAt = :expiresAt")
            .expressionAttributeValues(
                Map.of(
                    ":at", Item.attribute(at),
                    ":expiresAt", Item.attribute(at.plus(KEPT).getEpochSecond()))));
  }

  @Override
  public Optional<Instant> first(String attempt, Instant now) {
    return table
        .get(Keys.arrival(attempt, fingerprints))
        .filter(item -> item.number("expiresAt") > now.getEpochSecond())
        .map(item -> item.instant("sentAt"));
  }
}
