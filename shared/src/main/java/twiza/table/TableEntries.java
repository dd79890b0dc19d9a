package twiza.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import twiza.access.Fingerprints;
import twiza.idea.Card;
import twiza.idea.Entries;
import twiza.idea.Listing;

/** The ideas of a round: what each change of an idea wrote about its part there. */
public final class TableEntries implements Entries {

  private final Table table;
  private final Lists lists;

  public TableEntries(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.lists = new Lists(table, fingerprints);
  }

  @Override
  public Stream<Entrant> of(String round) {
    return table
        .all(
            QueryRequest.builder()
                .keyConditionExpression("PK = :round AND begins_with(SK, :entry)")
                .expressionAttributeValues(
                    Map.of(
                        ":round", Item.attribute(Keys.round(round).partition()),
                        ":entry", Item.attribute(Keys.ENTRY)))
                .consistentRead(true))
        .map(EntryItems::readEntrant);
  }

  @Override
  public Map<String, Entrant> among(String round, Collection<String> ideas) {
    Map<String, Entrant> found = new HashMap<>();
    table
        .each(ideas.stream().map(idea -> Keys.entry(round, idea)).toList())
        .map(EntryItems::readEntrant)
        .forEach(entrant -> found.put(entrant.idea(), entrant));
    return found;
  }

  @Override
  public Listing<Entrant> page(String round, String cursor, int limit) {
    return lists.page(
        new Lists.Ordered.Forwards(Keys.round(round).partition(), Keys.ENTRY),
        cursor,
        limit,
        EntryItems::readEntrant);
  }

  @Override
  public Listing<Entrant> waiting(String round, String cursor, int limit) {
    return lists.page(
        new Lists.Ordered.Forwards(Keys.screened(round), ""),
        cursor,
        limit,
        EntryItems::readEntrant);
  }

  @Override
  public Listing<Card> shown(String round, String cursor, int limit) {
    return lists.page(
        new Lists.Ordered.Backwards(Keys.shown(round)), cursor, limit, BankItems::readCard);
  }
}
