package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import twiza.access.Limits;

/** Counters, one for each hour: counting is one write that answers with the count. */
public final class TableLimits implements Limits {

  private static final Duration KEPT = Duration.ofHours(2);

  private final Table table;

  public TableLimits(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public int count(String what, String who, Instant now) {
    return table
        .change(
            UpdateItemRequest.builder()
                .key(Keys.limit(what, who, now).attributes())
                .updateExpression("ADD seen :one SET expiresAt = :expiresAt")
                .expressionAttributeValues(
                    Map.of(
                        ":one", Item.attribute(1),
                        ":expiresAt", Item.attribute(now.plus(KEPT).getEpochSecond())))
                .returnValues(ReturnValue.UPDATED_NEW))
        .item()
        .integer("seen");
  }
}
