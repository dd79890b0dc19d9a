package twiza.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.jury.Juries;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.JuryOutcome;

/**
 * Juries in the table: read by one query of their round's partition; a change writes the item that
 * holds the version, the jurors that it concerns, and the event.
 */
public final class TableJuries implements Juries {

  private final Table table;

  public TableJuries(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public Jury of(String round, String region) {
    // One range has them all: nothing else of a round begins so.
    List<Item> items =
        table
            .all(
                QueryRequest.builder()
                    .keyConditionExpression("PK = :round AND SK BETWEEN :juror AND :jury")
                    .expressionAttributeValues(
                        Map.of(
                            ":round", Item.attribute(Keys.jury(round).partition()),
                            ":juror", Item.attribute(Keys.JUROR),
                            ":jury", Item.attribute(Keys.JURY)))
                    .consistentRead(true))
            .toList();
    return JurorItems.read(round, region, items);
  }

  @Override
  public Optional<Juror> juror(String round, String id) {
    return table.get(Keys.juror(round, id)).map(JurorItems::read);
  }

  @Override
  public List<Juror> jurors(String round, Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : table.getAll(ids.stream().map(id -> Keys.juror(round, id)).toList()).values().stream()
            .map(JurorItems::read)
            .toList();
  }

  @Override
  public Optional<Seat> seat(String round, String juror) {
    Map<Key, Item> found = table.getAll(List.of(Keys.round(round), Keys.juror(round, juror)));
    Item judged = found.get(Keys.round(round));
    Item judging = found.get(Keys.juror(round, juror));
    return judged == null || judging == null
        ? Optional.empty()
        : Optional.of(new Seat(RoundItems.read(judged), JurorItems.read(judging)));
  }

  @Override
  public boolean save(Jury before, JuryOutcome.Accepted accepted, String by, Instant at) {
    Jury after = accepted.jury();
    List<TransactWriteItem> actions = new ArrayList<>();
    Item head = JurorItems.write(after);
    actions.add(
        before.version() == 0
            ? table.putIfNew(head)
            : table.put(
                head, "version = :version", Map.of(":version", Item.attribute(before.version()))));
    for (Juror juror : after.jurors()) {
      if (!before.juror(juror.id()).equals(Optional.of(juror))) {
        actions.add(table.put(JurorItems.write(after.round(), juror)));
      }
    }
    actions.add(table.putIfNew(JurorItems.event(accepted.event(), after, by, at)));
    return table.transact(actions).isEmpty();
  }

  @Override
  public void forget(String round, String region) {
    of(round, region).jurors().stream()
        .filter(juror -> !juror.isForgotten())
        .map(juror -> JurorItems.write(round, juror.forgotten()))
        .forEach(table::write);
  }

  @Override
  public void askLink(Seat seat, Instant at) {
    table.putNew(
        JurorItems.linkAsked(seat.round().id(), seat.round().region(), seat.juror().id(), at));
  }
}
