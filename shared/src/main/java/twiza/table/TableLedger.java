package twiza.table;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import twiza.board.Ledger;
import twiza.board.Mark;
import twiza.board.Milestone;
import twiza.board.Month;
import twiza.board.Trait;
import twiza.idea.Author;

/**
 * What counts: the index of the events that do, by region and month, and an item for each month
 * that is closed. So what somebody reads costs the events of the months that are open and an item
 * for each of the others, however many ideas there are.
 */
public final class TableLedger implements Ledger {

  private final Table table;

  public TableLedger(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public List<Mark> marks(String region, YearMonth month) {
    return events(region, month).map(MarkItems::read).toList();
  }

  private Stream<Item> events(String region, YearMonth month) {
    return table.all(
        QueryRequest.builder()
            .indexName("GSI1")
            .keyConditionExpression("GSI1PK = :marks")
            .expressionAttributeValues(
                Map.of(":marks", Item.attribute(Keys.marks(region, month)))));
  }

  @Override
  public Map<Trait, Integer> authors(String region, YearMonth month) {
    List<Key> authors =
        events(region, month)
            .filter(event -> MarkItems.read(event).milestones().contains(Milestone.RECEIVED))
            .map(event -> Keys.author(Keys.ideaOf(event.key())))
            .toList();
    Map<Trait, Integer> counts = new EnumMap<>(Trait.class);
    table
        .eachPart(authors, "person.gender, person.ageBand")
        .flatMap(author -> author.optionalMap("person").stream())
        .flatMap(TableLedger::traits)
        .forEach(trait -> counts.merge(trait, 1, Integer::sum));
    return counts;
  }

  private static Stream<Trait> traits(Item person) {
    return Stream.concat(
        person
            .optionalConstant("gender", Author.Gender.class)
            .filter(Author.Gender.FEMALE::equals)
            .map(_ -> Trait.WOMEN)
            .stream(),
        person
            .optionalConstant("ageBand", Author.AgeBand.class)
            .filter(Author.AgeBand.AGE_18_35::equals)
            .map(_ -> Trait.YOUTH)
            .stream());
  }

  @Override
  public List<Month> closed(String region, YearMonth from, YearMonth to) {
    return table
        .all(
            QueryRequest.builder()
                .keyConditionExpression("PK = :ledger AND SK BETWEEN :from AND :to")
                .expressionAttributeValues(
                    Map.of(
                        ":ledger", Item.attribute(Keys.ledger(region)),
                        ":from", Item.attribute(from.toString()),
                        ":to", Item.attribute(to.toString()))))
        .map(MonthItems::read)
        .toList();
  }

  @Override
  public Optional<Month> lastClosed(String region) {
    return table
        .page(
            QueryRequest.builder()
                .keyConditionExpression("PK = :ledger")
                .expressionAttributeValues(Map.of(":ledger", Item.attribute(Keys.ledger(region))))
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(1))
        .items()
        .stream()
        .map(Item::new)
        .map(MonthItems::read)
        .findFirst();
  }

  @Override
  public void close(String region, Month month) {
    table.putNew(MonthItems.write(region, month));
  }
}
