package twiza.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.idea.Award;
import twiza.jury.Announcement;
import twiza.jury.OwnResult;
import twiza.jury.Papers;
import twiza.jury.Rankings;
import twiza.jury.Results;
import twiza.jury.Verdict;
import twiza.round.Round;
import twiza.round.RoundOutcome;

/**
 * Verdicts and results in the table. What is public stands in a partition of its own, which the
 * publishing transaction writes: before, there is nothing that could be read too early.
 */
public final class TableResults implements Results {

  private static final String UNCHANGED = "version = :version";

  private final Table table;
  private final Rankings rankings;
  private final Papers papers;

  public TableResults(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
    this.rankings = new TableRankings(client, name);
    this.papers = new TablePapers(client, name);
  }

  @Override
  public Verdict verdict(String round) {
    return table
        .get(Keys.verdict(round))
        .map(item -> VerdictItems.read(round, item))
        .orElseGet(() -> Verdict.none(round));
  }

  @Override
  public boolean save(Round round, Verdict before, Verdict after, String by, Instant at) {
    Item item = VerdictItems.write(after);
    Item event =
        EventItems.item(
                Keys.verdictEvent(round.id(), after.version()),
                "RESULTS_DRAFTED",
                at,
                round.region(),
                round.id())
            .withText("by", by)
            .with("data", new Item());
    return table
        .transact(
            List.of(
                table.check(Keys.round(round.id()), UNCHANGED, version(round.version())),
                before.version() == 0
                    ? table.putIfNew(item)
                    : table.put(item, UNCHANGED, version(before.version())),
                table.putIfNew(event)))
        .isEmpty();
  }

  private static Map<String, AttributeValue> version(long version) {
    return Map.of(":version", Item.attribute(version));
  }

  @Override
  public boolean publish(
      Round before,
      RoundOutcome.Accepted published,
      Verdict verdict,
      Announcement announcement,
      String by) {
    Round after = published.round();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(table.put(RoundItems.write(after), UNCHANGED, version(before.version())));
    actions.add(table.check(Keys.verdict(after.id()), UNCHANGED, version(verdict.version())));
    actions.add(table.putIfNew(VerdictItems.write(announcement)));
    actions.add(
        table.putIfNew(
            RoundItems.event(
                Keys.roundEvent(after.id(), after.version()),
                published.events().getLast(),
                before.phase(),
                after,
                by,
                announcement.at())));
    return table.transact(actions).isEmpty();
  }

  @Override
  public Optional<Announcement> announced(String round) {
    return table.getLately(Keys.results(round)).map(VerdictItems::readAnnouncement);
  }

  @Override
  public List<Announcement> announced(Collection<String> rounds) {
    return rounds.isEmpty()
        ? List.of()
        : table
            .getAllLately(rounds.stream().distinct().map(Keys::results).toList())
            .values()
            .stream()
            .map(VerdictItems::readAnnouncement)
            .toList();
  }

  @Override
  public Optional<OwnResult> own(Announcement announcement, String idea) {
    return own(announcement.round(), idea, announcement.place(idea));
  }

  @Override
  public Optional<OwnResult> foreseen(Verdict verdict, String idea) {
    return own(verdict.round(), idea, verdict.place(idea));
  }

  private Optional<OwnResult> own(String round, String idea, Optional<Award.Place> place) {
    return rankings
        .state(round)
        .frozen()
        .flatMap(head -> rankings.marks(round, head, idea))
        .map(marks -> OwnResult.of(round, place, marks, papers.about(round, idea)));
  }
}
