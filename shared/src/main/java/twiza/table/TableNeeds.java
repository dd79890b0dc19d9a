package twiza.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.access.Fingerprints;
import twiza.idea.Card;
import twiza.idea.Listing;
import twiza.need.Need;
import twiza.need.Needs;

/**
 * What the territories need: a query for a page of a shelf. How many ideas answer a need is counted
 * in the transactions that publish them, so that a page with its figures takes one query and one
 * read of several items, however many ideas there are.
 */
public final class TableNeeds implements Needs {

  private static final int MOST_LOOKED_AT = 100;

  private final Table table;
  private final Lists lists;

  public TableNeeds(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.lists = new Lists(table, fingerprints);
  }

  @Override
  public Optional<Need> find(String id) {
    return table.getLately(Keys.need(id)).map(NeedItems::read);
  }

  @Override
  public Listing<Need> open(String place, String cursor, int limit) {
    return lists.page(
        new Lists.Ordered.Backwards(Keys.needs(place)), cursor, limit, NeedItems::read);
  }

  @Override
  public Listing<Answered> all(String region, String cursor, int limit) {
    Listing<Need> page =
        lists.page(
            new Lists.Ordered.IndexedBackwards(
                new Lists.Ordered.Indexed("GSI1", Keys.needs(region), TableNeeds::atPlace)),
            cursor,
            limit,
            NeedItems::read);
    return switch (page) {
      case Listing.Page<Need>(List<Need> needs, Optional<String> next) ->
          new Listing.Page<>(counted(needs), next);
      case Listing.BadCursor<Need> _ -> new Listing.BadCursor<>();
    };
  }

  /** The need at a place in the index. */
  private static Key atPlace(String place) {
    return Keys.need(place.substring(place.indexOf('#') + 1));
  }

  @Override
  public List<Need> unanswered(String region) {
    Listing<Need> page = open(region, "", MOST_LOOKED_AT);
    List<Need> needs =
        switch (page) {
          case Listing.Page<Need>(List<Need> found, Optional<String> _) -> found;
          case Listing.BadCursor<Need> _ -> List.of();
        };
    return counted(needs).stream()
        .filter(answered -> answered.ideas() == 0)
        .map(Answered::need)
        .toList();
  }

  private List<Answered> counted(List<Need> needs) {
    Map<Key, Item> counts =
        table.getAllLately(needs.stream().map(need -> Keys.answered(need.id())).toList());
    return needs.stream()
        .map(need -> new Answered(need, ideas(counts.get(Keys.answered(need.id())))))
        .toList();
  }

  private static long ideas(Item count) {
    return count == null ? 0 : count.number("ideas");
  }

  @Override
  public Listing<Card> answers(String need, String cursor, int limit) {
    return lists.page(
        new Lists.Ordered.Backwards(Keys.answers(need)), cursor, limit, BankItems::readCard);
  }

  @Override
  public boolean save(Need.Edit edit) {
    Need after = edit.after();
    Item item = NeedItems.write(after);
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(
        edit.before()
            .map(
                before ->
                    table.put(
                        item,
                        "version = :version",
                        Map.of(":version", Item.attribute(before.version()))))
            .orElseGet(() -> table.putIfNew(item)));
    actions.add(table.putIfNew(NeedItems.event(edit)));
    List<Key> shelves = NeedItems.shelves(after);
    Set<Key> left = new HashSet<>(edit.before().map(NeedItems::shelves).orElse(List.of()));
    left.removeAll(shelves);
    left.forEach(key -> actions.add(table.delete(key)));
    shelves.forEach(key -> actions.add(table.put(NeedItems.shelved(key, after))));
    return table.transact(actions).isEmpty();
  }
}
