package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import twiza.board.Matter;
import twiza.board.Matters;
import twiza.idea.Patience;
import twiza.idea.State;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.uptake.Interest;
import twiza.uptake.Stage;
import twiza.uptake.Terms;
import twiza.uptake.Uptakes.Shelf;

/**
 * What to look at today: the beginning of each of the lists that the desk has anyway, one query
 * each, of at most {@value Matter#MOST} items and one.
 */
public final class TableMatters implements Matters {

  /** Ideas can wait for the jury of that many rounds that are not over. */
  private static final int MOST_ROUNDS = 5;

  private final Table table;
  private final Supplier<Patience> patience;
  private final Supplier<Terms> terms;

  public TableMatters(
      DynamoDbClient client, String name, Supplier<Patience> patience, Supplier<Terms> terms) {
    this.table = new Table(client, name);
    this.patience = patience;
    this.terms = terms;
  }

  @Override
  public List<Matter> of(String region, Instant now) {
    List<String> waiting = since(first(Keys.queue(region, State.PENDING.name())));
    String late = Keys.instant(now.minus(patience.get().escalate()));
    List<String> overdue = waiting.stream().filter(at -> at.compareTo(late) < 0).toList();
    List<String> toCall = new ArrayList<>(since(first(Keys.calls(region))));
    toCall.addAll(since(first(Keys.interests(region, Shelf.TO_CALL.name()))));
    return List.of(
        matter(Matter.Kind.WAITING, waiting),
        matter(Matter.Kind.OVERDUE, overdue),
        matter(Matter.Kind.TO_CALL, toCall.stream().sorted().toList()),
        matter(Matter.Kind.UNDECIDED_ENTRIES, undecided(region, now)),
        matter(Matter.Kind.RESERVATIONS_ENDING, reservations(region, now)));
  }

  private static Matter matter(Matter.Kind kind, List<String> instants) {
    return new Matter(
        kind,
        Math.min(instants.size(), Matter.MOST),
        instants.size() > Matter.MOST,
        instants.stream().findFirst().map(Instant::parse));
  }

  private QueryResponse first(String list) {
    return page(
        QueryRequest.builder()
            .keyConditionExpression("GSI1PK = :list")
            .expressionAttributeValues(Map.of(":list", Item.attribute(list)))
            .indexName("GSI1"));
  }

  private QueryResponse page(QueryRequest.Builder query) {
    return table.page(query.limit(Matter.MOST + 1));
  }

  /** The instants that the positions in an index begin with. */
  private static List<String> since(QueryResponse page) {
    return page.items().stream().map(item -> instant(item.get("GSI1SK"))).toList();
  }

  private static String instant(AttributeValue position) {
    return position.s().substring(0, position.s().indexOf('#'));
  }

  private List<String> undecided(String region, Instant now) {
    List<String> waiting = new ArrayList<>();
    QueryResponse rounds =
        table.page(
            QueryRequest.builder()
                .indexName("GSI1")
                .keyConditionExpression("GSI1PK = :rounds")
                .expressionAttributeValues(Map.of(":rounds", Item.attribute(Keys.rounds(region))))
                .scanIndexForward(false)
                .limit(MOST_ROUNDS));
    for (Map<String, AttributeValue> item : rounds.items()) {
      Round round = RoundItems.read(new Item(item));
      if (isOpenToEntries(round.phaseAt(now))) {
        page(QueryRequest.builder()
                .keyConditionExpression("PK = :screened")
                .expressionAttributeValues(
                    Map.of(":screened", Item.attribute(Keys.screened(round.id())))))
            .items()
            .forEach(entry -> waiting.add(instant(entry.get("SK"))));
      }
    }
    return waiting.stream().sorted().toList();
  }

  private static boolean isOpenToEntries(Phase phase) {
    return phase == Phase.OPEN || phase == Phase.SCREENING || phase == Phase.JUDGING;
  }

  /** Those agreed to so long ago that their province is nearly free, and who have not begun. */
  private List<String> reservations(String region, Instant now) {
    Duration reservation = terms.get().reservation();
    QueryResponse agreed =
        page(
            QueryRequest.builder()
                .indexName("GSI1")
                .keyConditionExpression("GSI1PK = :underway AND GSI1SK BETWEEN :from AND :to")
                .expressionAttributeValues(
                    Map.of(
                        ":underway",
                        Item.attribute(Keys.interests(region, Shelf.UNDERWAY.name())),
                        ":from",
                        Item.attribute(Keys.instant(now.minus(reservation))),
                        ":to",
                        Item.attribute(Keys.instant(now.minus(reservation).plus(Terms.WARNING))))));
    return agreed.items().stream()
        .map(item -> UptakeItems.readInterest(new Item(item)))
        .filter(it -> it.stage() == Stage.AGREED)
        .map(Interest::reservedUntil)
        .flatMap(Optional::stream)
        .filter(now::isBefore)
        .map(Keys::instant)
        .sorted()
        .toList();
  }
}
