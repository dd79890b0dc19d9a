package twiza.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.idea.Audience;
import twiza.staff.Digests;

/** A digest: an event of the region, whose key is the hour of the day, so that each has one. */
public final class TableDigests implements Digests {

  private final Table table;

  public TableDigests(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public boolean announce(String region, LocalDate day, int hour, Instant now) {
    Key key = Keys.digest(region, day, hour);
    return table.putNew(
        EventItems.item(key, "DIGEST_DUE", now, region, key.partition())
            .with("hour", hour)
            .withSet("tell", List.of(Audience.MODERATORS)));
  }
}
