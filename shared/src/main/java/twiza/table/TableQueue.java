package twiza.table;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.Fingerprints;
import twiza.idea.Listing;
import twiza.idea.Queue;
import twiza.idea.State;

/** The queue of a region: the index of ideas by state, oldest first. */
public final class TableQueue implements Queue {

  private final Lists lists;

  public TableQueue(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.lists = new Lists(new Table(client, name), fingerprints);
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
