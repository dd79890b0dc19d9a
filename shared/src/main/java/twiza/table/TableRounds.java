package twiza.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.access.Fingerprints;
import twiza.idea.Listing;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundEvent;
import twiza.round.Rounds;

/**
 * Rounds in the table: one item each, which is written whole under its version and the number of
 * ideas that were sent for it, with the event of every change.
 */
public final class TableRounds implements Rounds {

  private static final int MOST_DRAFTS = 50;

  private final Table table;
  private final Lists lists;

  public TableRounds(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.lists = new Lists(table, fingerprints);
  }

  @Override
  public Optional<Round> find(String id) {
    return table.get(Keys.round(id)).map(RoundItems::read);
  }

  @Override
  public Map<String, Round> among(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return table.getAllLately(ids.stream().map(Keys::round).toList()).values().stream()
        .map(RoundItems::read)
        .collect(Collectors.toMap(Round::id, Function.identity()));
  }

  @Override
  public Listing<Round> announced(String region, String cursor, int limit) {
    return lists.page(
        new Lists.Ordered.IndexedBackwards(
            new Lists.Ordered.Indexed("GSI1", Keys.rounds(region), TableRounds::round)),
        cursor,
        limit,
        RoundItems::read);
  }

  /** The round at a place in the index. */
  private static Key round(String place) {
    return Keys.round(place.substring(place.indexOf('#') + 1));
  }

  @Override
  public List<Round> drafts(String region) {
    QueryResponse page =
        table.page(
            QueryRequest.builder()
                .indexName("GSI1")
                .keyConditionExpression("GSI1PK = :drafts")
                .expressionAttributeValues(Map.of(":drafts", Item.attribute(Keys.drafts(region))))
                .scanIndexForward(false)
                .limit(MOST_DRAFTS));
    return page.items().stream().map(Item::new).map(RoundItems::read).toList();
  }

  @Override
  public String reason(String id) {
    return table
        .getLately(Keys.cancellation(id))
        .map(item -> item.textOrEmpty("reason"))
        .orElse("");
  }

  @Override
  public boolean save(Edit edit) {
    Round after = edit.accepted().round();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(round(edit.before(), after));
    addEvents(edit, actions);
    if (edit.before().filter(before -> before.planned() == after.planned()).isEmpty()) {
      actions.add(table.putIfNew(RoundItems.planned(after)));
    }
    if (after.phase() == Phase.CANCELLED) {
      actions.add(
          table.put(Item.at(Keys.cancellation(after.id())).withText("reason", edit.reason())));
    }
    return table.transact(actions).isEmpty();
  }

  private TransactWriteItem round(Optional<Round> before, Round after) {
    Item item = RoundItems.write(after);
    boolean unseen = before.filter(was -> was.phase() == Phase.DRAFT).isPresent();
    if (unseen && after.phase() == Phase.CANCELLED) {
      // What was never announced does not come to the public's list by being given up.
      item.with("GSI1PK", Keys.drafts(after.region()));
    }
    return before
        .map(
            was ->
                table.put(
                    item,
                    "version = :version AND entered = :entered",
                    Map.of(
                        ":version", Item.attribute(was.version()),
                        ":entered", Item.attribute(was.entered()))))
        .orElseGet(() -> table.putIfNew(item));
  }

  private void addEvents(Edit edit, List<TransactWriteItem> actions) {
    Round after = edit.accepted().round();
    Phase before = edit.before().map(Round::phase).orElse(Phase.DRAFT);
    List<RoundEvent> events = edit.accepted().events();
    long version = after.version() - events.size();
    for (RoundEvent event : events) {
      version++;
      Key key = Keys.roundEvent(after.id(), version);
      actions.add(
          table.putIfNew(RoundItems.event(key, event, before, after, edit.by(), edit.at())));
    }
  }
}
