package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import twiza.event.Mails;

/** One item for each recipient of an event: who is at it until when, and whether it was sent. */
public final class TableMails implements Mails {

  private static final Duration KEPT = Duration.ofDays(90);

  private final Table table;

  public TableMails(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public Claim claim(Mail mail, Instant now, Duration lease) {
    Map<String, AttributeValue> values = new HashMap<>(values(now));
    values.put(":lease", Item.attribute(now.plus(lease)));
    Table.Changed claimed =
        table.change(
            change(mail, "SET leaseUntil = :lease, expiresAt = :expiresAt", values)
                .conditionExpression(
                    "attribute_not_exists(sentAt)"
                        + " AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)"));
    if (claimed.done()) {
      return Claim.YOURS;
    }
    return claimed.item().has("sentAt") ? Claim.SENT : Claim.TAKEN;
  }

  @Override
  public void sent(Mail mail, Instant now) {
    table.change(
        change(mail, "SET sentAt = :now, expiresAt = :expiresAt REMOVE leaseUntil", values(now)));
  }

  @Override
  public void failed(Mail mail, Instant now) {
    table.change(
        change(mail, "SET failedAt = :now, expiresAt = :expiresAt REMOVE leaseUntil", values(now))
            .conditionExpression("attribute_not_exists(sentAt)"));
  }

  private static UpdateItemRequest.Builder change(
      Mail mail, String expression, Map<String, AttributeValue> values) {
    return UpdateItemRequest.builder()
        .key(Keys.mail(mail).attributes())
        .updateExpression(expression)
        .expressionAttributeValues(values);
  }

  private static Map<String, AttributeValue> values(Instant now) {
    return Map.of(
        ":now", Item.attribute(now),
        ":expiresAt", Item.attribute(now.plus(KEPT).getEpochSecond()));
  }
}
