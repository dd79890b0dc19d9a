package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import twiza.access.Fingerprints;
import twiza.idea.Listing;
import twiza.idea.Queue;
import twiza.idea.State;

/** The queue of a region: the index of ideas by state, oldest first. */
public final class TableQueue implements Queue {

  private final Table table;
  private final Lists lists;

  public TableQueue(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.lists = new Lists(table, fingerprints);
  }

  @Override
  public Stream<Waiting> waitingSince(String region, Instant since) {
    return until(region, State.PENDING, since).map(IdeaItems::waiting);
  }

  @Override
  public Stream<String> unchangedSince(String region, State state, Instant since) {
    return until(region, state, since).map(item -> item.text("id"));
  }

  private Stream<Item> until(String region, State state, Instant instant) {
    // Positions begin with an instant of whole milliseconds: all of this one's come before the
    // next.
    String end = Keys.instant(instant.plus(Duration.ofMillis(1)));
    return table.all(
        QueryRequest.builder()
            .indexName("GSI1")
            .keyConditionExpression("GSI1PK = :queue AND GSI1SK < :end")
            .expressionAttributeValues(
                Map.of(
                    ":queue", Item.attribute(Keys.queue(region, state.name())),
                    ":end", Item.attribute(end))));
  }

  @Override
  public Listing<Waiting> waiting(String region, String cursor, int limit) {
    Lists.Ordered queue =
        new Lists.Ordered.Indexed(
            "GSI1",
            Keys.queue(region, State.PENDING.name()),
            position -> Keys.idea(position.substring(position.indexOf('#') + 1)));
    return lists.page(queue, cursor, limit, IdeaItems::waiting);
  }
}
