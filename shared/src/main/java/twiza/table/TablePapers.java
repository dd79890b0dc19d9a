package twiza.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.jury.BallotPaper;
import twiza.jury.Juror;
import twiza.jury.Papers;
import twiza.round.Phase;
import twiza.round.Round;

/**
 * What jurors write, in the table: one item a juror and idea, and one a juror that says how far
 * each is, so that who is behind is read without what is written. A draft does not touch round or
 * jury, so that a whole jury at work does not meet there; what counts is written under conditions
 * on both.
 */
public final class TablePapers implements Papers {

  private static final String UNCHANGED = "version = :version";
  private static final Set<Phase> NEVER = EnumSet.of(Phase.DRAFT, Phase.PUBLISHED, Phase.CANCELLED);

  private final Table table;

  public TablePapers(DynamoDbClient client, String name) {
    this.table = new Table(client, name);
  }

  @Override
  public Optional<BallotPaper> find(String round, String juror, String idea) {
    return table.get(Keys.review(round, juror, idea)).map(PaperItems::read);
  }

  @Override
  public List<BallotPaper> by(String round, String juror) {
    return table
        .all(beginning(round, Keys.reviews(juror)).consistentRead(true))
        .map(PaperItems::read)
        .toList();
  }

  @Override
  public List<BallotPaper> about(String round, String idea) {
    return table
        .all(
            QueryRequest.builder()
                .indexName("GSI1")
                .keyConditionExpression("GSI1PK = :idea")
                .expressionAttributeValues(
                    Map.of(":idea", Item.attribute(Keys.readings(round, idea)))))
        .map(PaperItems::read)
        .toList();
  }

  @Override
  public Stream<BallotPaper> of(String round) {
    return table.all(beginning(round, Keys.REVIEW).consistentRead(true)).map(PaperItems::read);
  }

  @Override
  public Stream<Progress> progress(String round) {
    return table
        .all(beginning(round, Keys.PROGRESS).consistentRead(true))
        .flatMap(PaperItems::readProgress);
  }

  private static QueryRequest.Builder beginning(String round, String with) {
    return QueryRequest.builder()
        .keyConditionExpression("PK = :round AND begins_with(SK, :with)")
        .expressionAttributeValues(
            Map.of(
                ":round", Item.attribute(Keys.round(round).partition()),
                ":with", Item.attribute(with)));
  }

  @Override
  public Kept keep(Round round, BallotPaper before, BallotPaper after) {
    return before.submitted() || after.submitted()
        ? count(round, before, after)
        : draft(round, before, after);
  }

  /** The first one is noted among the juror's papers; the others are there already. */
  private Kept draft(Round round, BallotPaper before, BallotPaper after) {
    if (before.version() == 0) {
      List<CancellationReason> reasons =
          table.transact(List.of(paper(round, before, after), progress(round, after)));
      return reasons.isEmpty() ? Kept.KEPT : Kept.STALE;
    }
    PutItemRequest.Builder put =
        PutItemRequest.builder()
            .conditionExpression(UNCHANGED)
            .expressionAttributeValues(version(before));
    return table.put(put, PaperItems.write(round.id(), after)) ? Kept.KEPT : Kept.STALE;
  }

  private Kept count(Round round, BallotPaper before, BallotPaper after) {
    String kind = after.submitted() ? "REVIEW_SUBMITTED" : "REVIEW_REOPENED";
    List<CancellationReason> reasons =
        table.transact(
            List.of(
                judging(round, after.at()),
                reading(round, after),
                paper(round, before, after),
                progress(round, after),
                table.putIfNew(PaperItems.event(round, kind, after, "", after.at()))));
    if (reasons.isEmpty()) {
      return Kept.KEPT;
    }
    if (Table.failed(reasons.get(0))) {
      return Kept.NOT_JUDGING;
    }
    return Table.failed(reasons.get(1)) ? Kept.NOT_ASSIGNED : Kept.STALE;
  }

  private TransactWriteItem paper(Round round, BallotPaper before, BallotPaper after) {
    Item item = PaperItems.write(round.id(), after);
    return before.version() == 0
        ? table.putIfNew(item)
        : table.put(item, UNCHANGED, version(before));
  }

  private TransactWriteItem progress(Round round, BallotPaper after) {
    return table.change(
        Keys.progress(round.id(), after.juror()),
        after.submitted()
            ? "ADD submitted :idea DELETE drafts :idea"
            : "ADD drafts :idea DELETE submitted :idea",
        Map.of(":idea", AttributeValue.fromSs(List.of(after.idea()))));
  }

  private static Map<String, AttributeValue> version(BallotPaper before) {
    return Map.of(":version", Item.attribute(before.version()));
  }

  /** Whatever has or has not moved the round's phase, its times decide. */
  private TransactWriteItem judging(Round round, Instant at) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":at", Item.attribute(at));
    List<String> never = new ArrayList<>();
    for (Phase phase : NEVER) {
      never.add(":" + phase);
      values.put(":" + phase, Item.attribute(phase));
    }
    return table.check(
        Keys.round(round.id()),
        "NOT phase IN (%s) AND #plan.judgingOpensAt <= :at AND #plan.judgingClosesAt > :at"
            .formatted(String.join(", ", never)),
        Map.of("#plan", "plan"),
        values);
  }

  private TransactWriteItem reading(Round round, BallotPaper paper) {
    return table.check(
        Keys.juror(round.id(), paper.juror()),
        "#state = :accepted AND contains(ideas, :idea)",
        Map.of("#state", "state"),
        Map.of(
            ":accepted", Item.attribute(Juror.State.ACCEPTED),
            ":idea", Item.attribute(paper.idea())));
  }

  @Override
  public void forgetWords(String round) {
    try (Stream<BallotPaper> all = of(round)) {
      all.filter(BallotPaper::hasWords)
          .map(paper -> PaperItems.write(round, paper.withoutWords()))
          .forEach(table::write);
    }
  }

  @Override
  public boolean withhold(
      Round round, BallotPaper before, Optional<String> reason, String by, Instant at) {
    BallotPaper after = before.withheld(reason);
    String kind = reason.isPresent() ? "COMMENT_WITHHELD" : "COMMENT_RELEASED";
    return table
        .transact(
            List.of(
                table.put(PaperItems.write(round.id(), after), UNCHANGED, version(before)),
                table.putIfNew(PaperItems.event(round, kind, after, by, at))))
        .isEmpty();
  }
}
