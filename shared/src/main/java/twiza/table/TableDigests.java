package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.idea.Audience;
import twiza.staff.Digests;

/** A digest: an event of the region, whose key is the hour of the day, so that each has one. */
public final class TableDigests implements Digests {

  private static final Duration KEPT = Duration.ofDays(7);

  private final Table table;

  public TableDigests(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public boolean settle(
      String region, LocalDate day, int hour, boolean somethingWaits, Instant now) {
    Key key = Keys.digest(region, day, hour);
    if (!somethingWaits) {
      return table.putNew(Item.at(key).with("expiresAt", now.plus(KEPT).getEpochSecond()));
    }
    return table.putNew(
        EventItems.item(key, "DIGEST_DUE", now, region, key.partition())
            .with("hour", hour)
            .withSet("tell", List.of(Audience.MODERATORS, Audience.ORGANISERS)));
  }
}
