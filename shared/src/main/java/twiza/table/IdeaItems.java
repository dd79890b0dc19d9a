package twiza.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Call;
import twiza.idea.Choice;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Flag;
import twiza.idea.Idea;
import twiza.idea.Ideas;
import twiza.idea.Notice;
import twiza.idea.Presentation;
import twiza.idea.Queue;
import twiza.idea.Sheet;
import twiza.idea.State;
import twiza.place.Language;

/**
 * Where an idea stands, as an item; its places in the queue and among what is due; and what anybody
 * with the tracking code may know.
 */
final class IdeaItems {

  /** Stands for the state of an idea of which nothing is left to erase. */
  private static final String ERASED = "ERASED";

  private IdeaItems() {}

  /** With title, province and sector of the text that a moderator is shown. */
  static Item write(Dossier dossier) {
    Idea idea = dossier.idea();
    Item item = Item.at(Keys.idea(idea.id()));
    life(idea, item);
    indexes(idea, item);
    Optional<Sheet> shown = dossier.revision(idea.shown()).map(revision -> revision.sheet());
    return item.with("title", shown.map(Sheet::title))
        .with("province", shown.map(Sheet::province))
        .with("sector", shown.map(Sheet::sector));
  }

  private static void life(Idea idea, Item item) {
    item.with("id", idea.id())
        .with("trackingCode", idea.trackingCode())
        .with("region", idea.region())
        .with("language", idea.language())
        .with("kind", idea.kind())
        .with("showName", idea.presentation().showName())
        .with("fullSheet", idea.presentation().fullSheet())
        .withSet("flags", idea.flags())
        .with("contact", idea.contact())
        .with("contactConfirmed", idea.contactConfirmed())
        .with("version", idea.version())
        .with("state", idea.state())
        .with("latest", idea.latest())
        .with("published", idea.published())
        .with("proposed", idea.proposed())
        .with("standing", idea.standing().map(IdeaItems::standing))
        .with("asked", idea.asked().map(IdeaItems::asked))
        .with("reminded", idea.reminded())
        .with("submittedAt", idea.submittedAt())
        .with("publishedAt", idea.publishedAt())
        .with("waitingSince", idea.waitingSince())
        .with("changedAt", idea.changedAt())
        .with("erased", idea.erased());
    desk(idea, item);
  }

  /** What most ideas have nothing of. */
  private static void desk(Idea idea, Item item) {
    item.with("answer", idea.answer().map(IdeaItems::answer))
        .with("call", idea.call().map(IdeaItems::call))
        .with("noted", Optional.of(true).filter(_ -> idea.noted()))
        .with("reports", idea.reports().map(IdeaItems::reports))
        .withSet("notices", idea.notices());
    if (!idea.entries().isEmpty()) {
      item.with("entries", EntryItems.write(idea.entries()));
    }
  }

  private static void indexes(Idea idea, Item item) {
    boolean waits = idea.queuedSince().isPresent();
    String state = waits ? State.PENDING.name() : closed(idea) ? ERASED : idea.state().name();
    Instant since = idea.queuedSince().orElse(idea.changedAt());
    item.with("GSI1PK", Keys.queue(idea.region(), state))
        .with("GSI1SK", Keys.placeInQueue(since, idea.id()));
    idea.dueAt()
        .ifPresent(
            due ->
                item.with("GSI2PK", Keys.DUE).with("GSI2SK", Keys.due(due, Keys.IDEA, idea.id())));
  }

  private static boolean closed(Idea idea) {
    return idea.erased() && idea.state() == State.WITHDRAWN;
  }

  static Idea read(Item item) {
    return new Idea(
        item.text("id"),
        item.text("trackingCode"),
        item.text("region"),
        item.constant("language", Language.class),
        item.constant("kind", Author.Kind.class),
        new Presentation(item.flag("showName"), item.flag("fullSheet")),
        item.constants("flags", Flag.class),
        item.constant("contact", Contact.Kind.class),
        item.flag("contactConfirmed"),
        item.number("version"),
        item.constant("state", State.class),
        item.integer("latest"),
        item.optionalInteger("published"),
        item.optionalInteger("proposed"),
        item.optionalMap("standing").map(IdeaItems::readStanding),
        item.optionalMap("asked").map(IdeaItems::readAsked),
        item.flag("reminded"),
        item.instant("submittedAt"),
        item.optionalInstant("publishedAt"),
        item.optionalInstant("waitingSince"),
        item.instant("changedAt"),
        item.flag("erased"),
        item.optionalMap("answer").map(IdeaItems::readAnswer),
        item.optionalMap("call").map(IdeaItems::readCall),
        item.has("noted"),
        item.optionalMap("reports").map(IdeaItems::readReports),
        item.constants("notices", Notice.class),
        item.optionalMap("entries").map(EntryItems::read).orElse(List.of()));
  }

  static Queue.Waiting waiting(Item item) {
    Idea idea = read(item);
    return new Queue.Waiting(
        idea.id(),
        idea.shown(),
        idea.proposed().isPresent(),
        idea.waiting().orElse(1) > 1,
        item.textOrEmpty("title"),
        item.textOrEmpty("province"),
        item.textOrEmpty("sector"),
        idea.flags(),
        idea.queuedSince().orElse(idea.changedAt()),
        idea.closedTo(),
        idea.notices());
  }

  static Item tracked(Idea idea) {
    return Item.at(Keys.tracking(idea.trackingCode()))
        .with("id", idea.id())
        .with("trackingCode", idea.trackingCode())
        .with("state", idea.state())
        .with("submittedAt", idea.submittedAt())
        .with("changedAt", idea.changedAt());
  }

  static Ideas.Tracked tracked(Item item) {
    return new Ideas.Tracked(
        item.text("id"),
        item.text("trackingCode"),
        item.constant("state", State.class),
        item.instant("submittedAt"),
        item.instant("changedAt"));
  }

  private static Item standing(Idea.Standing standing) {
    return new Item()
        .with("choice", standing.choice())
        .with("revision", standing.revision())
        .with("by", standing.by())
        .with("at", standing.at());
  }

  private static Idea.Standing readStanding(Item map) {
    return new Idea.Standing(
        map.constant("choice", Choice.class),
        map.integer("revision"),
        map.text("by"),
        map.instant("at"));
  }

  private static Item asked(Idea.Asked asked) {
    return new Item().with("since", asked.since()).with("reminders", asked.reminders());
  }

  private static Idea.Asked readAsked(Item map) {
    return new Idea.Asked(map.instant("since"), map.integer("reminders"));
  }

  private static Item answer(Idea.Answer answer) {
    return new Item().with("rejectedBy", answer.rejectedBy()).with("settled", answer.settled());
  }

  private static Idea.Answer readAnswer(Item map) {
    return new Idea.Answer(map.text("rejectedBy"), map.flag("settled"));
  }

  private static Item call(Call call) {
    return new Item()
        .with("since", call.since())
        .with("attempts", call.attempts())
        .with("why", call.why())
        .with("told", call.told());
  }

  private static Call readCall(Item map) {
    return new Call(
        map.instant("since"),
        map.integer("attempts"),
        map.constant("why", Call.Why.class),
        map.number("told"));
  }

  private static Item reports(Idea.Reports reports) {
    return new Item().with("since", reports.since()).with("count", reports.count());
  }

  private static Idea.Reports readReports(Item map) {
    return new Idea.Reports(map.instant("since"), map.integer("count"));
  }
}
