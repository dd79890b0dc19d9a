package twiza.table;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.idea.Audience;
import twiza.jury.Ranking;
import twiza.jury.Rankings;
import twiza.jury.Review;
import twiza.jury.Work;
import twiza.round.Round;

/**
 * Rankings in the table: pages first, then the one item that leads to them. Whoever comes between
 * sees the ranking before; whatever dies between leaves pages that nobody is led to, and that the
 * next run of the same work writes again.
 */
public final class TableRankings implements Rankings {

  private static final int ACTIONS_AT_ONCE = 100;

  private final Table table;

  public TableRankings(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public State state(String round) {
    Key frozen = Keys.ranking(round);
    Key preview = Keys.preview(round);
    Key asked = Keys.rankingAsked(round);
    Map<Key, Item> found = table.getAll(List.of(frozen, preview, asked));
    return new State(
        Optional.ofNullable(found.get(frozen)).map(item -> RankingItems.readHead(item, true)),
        Optional.ofNullable(found.get(preview)).map(item -> RankingItems.readHead(item, false)),
        Optional.ofNullable(found.get(asked)).map(item -> item.instant("at")));
  }

  @Override
  public Optional<Marks> marks(String round, Head head, String idea) {
    int place = Collections.binarySearch(head.pages(), idea);
    int page = place >= 0 ? place : -place - 2;
    return page < 0
        ? Optional.empty()
        : table
            .getLately(Keys.rankingPage(round, head.run(), page))
            .flatMap(item -> RankingItems.marks(head, item, idea));
  }

  @Override
  public Optional<Ranking> ranking(String round, Head head) {
    List<Item> pages = pages(round, Keys.rankingPages(head.run()));
    return pages.size() == head.pages().size()
        ? Optional.of(RankingItems.read(head, pages))
        : Optional.empty();
  }

  @Override
  public Optional<List<Review>> reviews(String round, Head head, List<Integer> pages) {
    List<Key> keys =
        pages.stream().map(page -> Keys.rankingReviews(round, head.run(), page)).toList();
    Map<Key, Item> found = keys.isEmpty() ? Map.of() : table.getAll(keys);
    return found.size() == keys.size()
        ? Optional.of(RankingItems.readReviews(head, keys.stream().map(found::get).toList()))
        : Optional.empty();
  }

  private List<Item> pages(String round, String beginning) {
    return table
        .all(
            QueryRequest.builder()
                .keyConditionExpression("PK = :round AND begins_with(SK, :pages)")
                .expressionAttributeValues(
                    Map.of(
                        ":round", Item.attribute(Keys.round(round).partition()),
                        ":pages", Item.attribute(beginning)))
                .consistentRead(true))
        .toList();
  }

  @Override
  public void ask(Round round, Work.Kind work, String by, Instant at) {
    Item event =
        EventItems.item(
                Keys.rankingAskedEvent(round.id(), at),
                "RANKING_ASKED",
                at,
                round.region(),
                round.id())
            .withText("by", by)
            .with("data", new Item())
            .with("work", work);
    // Asked twice within a millisecond is asked once.
    table.transact(
        List.of(
            table.put(Item.at(Keys.rankingAsked(round.id())).with("at", at)),
            table.putIfNew(event)));
  }

  @Override
  public boolean freeze(Round round, Computed computed, Instant at) {
    Head head = RankingItems.head(computed, true, at);
    writePages(round.id(), computed, head.run());
    Item event =
        EventItems.item(
                Keys.rankedEvent(round.id()), "ROUND_RANKED", at, round.region(), round.id())
            .with("data", new Item().with("inputs", head.outline().inputs()))
            .withSet("tell", EnumSet.of(Audience.ORGANISERS));
    Optional<Head> preview = state(round.id()).preview();
    boolean frozen =
        table
            .transact(
                List.of(
                    table.putIfNew(RankingItems.write(Keys.ranking(round.id()), head)),
                    table.putIfNew(event)))
            .isEmpty();
    preview.ifPresent(
        old -> {
          delete(List.of(Keys.preview(round.id())));
          deletePages(round.id(), old);
        });
    return frozen;
  }

  @Override
  public void preview(String round, Computed computed, Instant at) {
    Optional<Head> before = state(round).preview();
    Head head = RankingItems.head(computed, false, at);
    writePages(round, computed, head.run());
    table.write(RankingItems.write(Keys.preview(round), head));
    before.filter(old -> !old.run().equals(head.run())).ifPresent(old -> deletePages(round, old));
  }

  private void writePages(String round, Computed computed, String run) {
    RankingItems.pages(round, computed, run).forEach(table::write);
    RankingItems.reviewPages(round, computed, run).forEach(table::write);
  }

  private void deletePages(String round, Head old) {
    delete(
        Stream.concat(
                IntStream.range(0, old.pages().size())
                    .mapToObj(page -> Keys.rankingPage(round, old.run(), page)),
                IntStream.range(0, old.reviewPages())
                    .mapToObj(page -> Keys.rankingReviews(round, old.run(), page)))
            .toList());
  }

  private void delete(List<Key> keys) {
    List<TransactWriteItem> actions = keys.stream().map(table::delete).toList();
    actions.stream().gather(Gatherers.windowFixed(ACTIONS_AT_ONCE)).forEach(table::transact);
  }
}
