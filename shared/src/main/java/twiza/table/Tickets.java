package twiza.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.access.Fingerprints;
import twiza.idea.Contact;
import twiza.idea.Idea;
import twiza.idea.Ideas.Entering;
import twiza.idea.Ideas.Ticket;
import twiza.round.Phase;
import twiza.round.Round;
import twiza.round.RoundCode;
import twiza.round.Via;

/**
 * Lets ideas into rounds: whether it is in time is a condition of the write, on the round as it
 * stands then, whatever has or has not moved its phase.
 */
final class Tickets {

  private static final Set<Phase> CLOSED =
      EnumSet.of(Phase.DRAFT, Phase.CLOSED, Phase.PUBLISHED, Phase.CANCELLED);

  /** Enough for a round that is put off. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final Table table;
  private final Contacts contacts;
  private final Fingerprints fingerprints;

  Tickets(Table table, Contacts contacts, Fingerprints fingerprints) {
    this.table = table;
    this.contacts = contacts;
    this.fingerprints = fingerprints;
  }

  /** The actions that take an idea into a round: of the round, the author, and the code. */
  List<TransactWriteItem> use(Ticket ticket, Idea idea, Contact contact) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(countIn(ticket));
    actions.add(countFor(ticket, idea, contact));
    if (ticket.via() == Via.LATE_CODE) {
      actions.add(useUp(ticket, idea, contact));
    }
    return actions;
  }

  private TransactWriteItem countIn(Ticket ticket) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":one", Item.attribute(1));
    values.put(":sent", Item.attribute(ticket.sentAt()));
    List<String> closed = new ArrayList<>();
    for (Phase phase : CLOSED) {
      closed.add(":" + phase);
      values.put(":" + phase, Item.attribute(phase));
    }
    String until =
        switch (ticket.via()) {
          case AUTHOR, ROOM -> "takesUntil";
          case LATE_CODE, ORGANISER -> "judgingOpensAt";
        };
    return table.change(
        Keys.round(ticket.round().id()),
        "ADD entered :one",
        "NOT phase IN (%s) AND opensAt <= :sent AND %s >= :sent"
            .formatted(String.join(", ", closed), until),
        values);
  }

  private TransactWriteItem countFor(Ticket ticket, Idea idea, Contact contact) {
    return table.change(
        Keys.entrant(ticket.round().id(), contacts.hash(contact)),
        "ADD ideas :ideas SET expiresAt = :expiresAt",
        "attribute_not_exists(ideas) OR size(ideas) < :most OR contains(ideas, :idea)",
        Map.of(
            ":ideas", AttributeValue.fromSs(List.of(idea.id())),
            ":idea", Item.attribute(idea.id()),
            ":most", Item.attribute(ticket.round().plan().entriesPerAuthor()),
            ":expiresAt", Item.attribute(expiresAt(ticket.round()))));
  }

  /** Long after the last idea can be sent, nobody counts whose ideas they are, nor knows a code. */
  static long expiresAt(Round round) {
    return round.schedule().judgingOpensAt().plus(KEPT).getEpochSecond();
  }

  private TransactWriteItem useUp(Ticket ticket, Idea idea, Contact contact) {
    return table.change(
        Keys.lateCode(ticket.round().id(), hash(fingerprints, ticket.lateCode())),
        "SET usedBy = :idea",
        "contact = :contact AND attribute_not_exists(usedBy)",
        Map.of(
            ":idea", Item.attribute(idea.id()),
            ":contact", Item.attribute(contacts.hash(contact))));
  }

  /** How a code stands in a key. */
  static String hash(Fingerprints fingerprints, String code) {
    return fingerprints.of("late", RoundCode.normal(code));
  }

  static TransactWriteItem giveBack(Table table, Key entrant, Idea idea) {
    return table.change(
        entrant,
        "DELETE ideas :ideas",
        Map.of(":ideas", AttributeValue.fromSs(List.of(idea.id()))));
  }

  /**
   * @param reasons of the actions of {@link #use}, in their order
   */
  static Entering refused(List<CancellationReason> reasons) {
    if (Table.failed(reasons.get(0))) {
      return Entering.CLOSED;
    }
    if (Table.failed(reasons.get(1))) {
      return Entering.TOO_MANY;
    }
    return Entering.WRONG_CODE;
  }
}
