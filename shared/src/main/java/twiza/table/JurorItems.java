package twiza.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import twiza.idea.Audience;
import twiza.idea.Contact;
import twiza.jury.Conflict;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.jury.JuryEvent;
import twiza.jury.Work;
import twiza.place.Language;

/**
 * A round's jury: an item that its version locks, one for each juror, which alone holds name and
 * address, and what happened to it.
 */
final class JurorItems {

  private JurorItems() {}

  static Item write(Jury jury) {
    return Item.at(Keys.jury(jury.round()))
        .with("version", jury.version())
        .with("jurors", jury.jurors().stream().map(Juror::id).toList())
        .with("asked", jury.asked())
        .with("assignedAt", jury.assignedAt());
  }

  static Item write(String round, Juror juror) {
    Item conflicts = new Item();
    juror.conflicts().forEach((idea, why) -> conflicts.with(idea, why));
    return Item.at(Keys.juror(round, juror.id()))
        .with("id", juror.id())
        .with("state", juror.state())
        .withText("name", juror.name())
        .with("email", juror.email().map(Contact.Email::value))
        .with("language", juror.language())
        .withText("organisation", juror.organisation())
        .withSet("reads", juror.reads())
        .with("conflicts", conflicts)
        .with("ideas", List.copyOf(juror.ideas()))
        .with("changedAt", juror.changedAt());
  }

  /** Out of the items of a round's partition that are of its jury. */
  static Jury read(String round, String region, List<Item> items) {
    Optional<Item> head =
        items.stream().filter(item -> item.key().sort().equals(Keys.JURY)).findFirst();
    if (head.isEmpty()) {
      return Jury.none(round, region);
    }
    List<String> order = head.get().lines("jurors");
    List<Juror> jurors = new ArrayList<>();
    items.stream()
        .filter(item -> item.key().sort().startsWith(Keys.JUROR))
        .map(JurorItems::read)
        .forEach(jurors::add);
    jurors.sort(Comparator.comparingInt(juror -> order.indexOf(juror.id())));
    return new Jury(
        round,
        region,
        head.get().number("version"),
        jurors,
        head.get().optionalInstant("asked"),
        head.get().optionalInstant("assignedAt"));
  }

  static Juror read(Item item) {
    SortedMap<String, Conflict> conflicts = new TreeMap<>();
    Item told = item.map("conflicts");
    told.attributes()
        .keySet()
        .forEach(idea -> conflicts.put(idea, told.constant(idea, Conflict.class)));
    return new Juror(
        item.text("id"),
        item.constant("state", Juror.State.class),
        item.textOrEmpty("name"),
        item.optionalText("email").map(Contact.Email::new),
        item.constant("language", Language.class),
        item.textOrEmpty("organisation"),
        item.constants("reads", Language.class),
        conflicts,
        new TreeSet<>(item.lines("ideas")),
        item.instant("changedAt"));
  }

  /**
   * @param after the jury once it has happened
   */
  static Item event(JuryEvent event, Jury after, String by, Instant at) {
    Key key = Keys.juryEvent(after.round(), after.version());
    Item item =
        EventItems.item(key, event.code(), at, after.region(), after.round())
            .withText("by", by)
            .with("data", data(event).withSet("jurors", event.told()))
            .withSet("tell", told(event));
    return event.callsForAssignment() ? item.with("work", Work.Kind.ASSIGN) : item;
  }

  private static Item data(JuryEvent event) {
    Item data = new Item();
    return switch (event) {
      case JuryEvent.Enlisted enlisted -> data.with("juror", enlisted.juror().id());
      case JuryEvent.Accepted accepted -> data.with("juror", accepted.juror());
      case JuryEvent.Declined declined ->
          data.with("juror", declined.juror()).with("before", declined.before());
      case JuryEvent.Removed removed ->
          data.with("juror", removed.juror()).with("invited", removed.invited());
      case JuryEvent.Recused recused ->
          data.with("juror", recused.juror())
              .with("idea", recused.idea())
              .with("conflict", recused.why());
      case JuryEvent.Assigned assigned -> data.with("wanting", assigned.wanting());
      case JuryEvent.Invited _, JuryEvent.AssignmentAsked _ -> data;
    };
  }

  private static Set<Audience> told(JuryEvent event) {
    if (event instanceof JuryEvent.Declined) {
      return EnumSet.of(Audience.ORGANISERS);
    }
    return event.told().isEmpty() ? EnumSet.noneOf(Audience.class) : EnumSet.of(Audience.JURORS);
  }

  static Item linkAsked(String round, String region, String juror, Instant at) {
    Key key = Keys.juryLinkAsked(round, juror, at);
    return EventItems.item(key, "JURY_LINK_ASKED", at, region, round)
        .with("data", new Item().with("juror", juror).withSet("jurors", List.of(juror)))
        .withSet("tell", EnumSet.of(Audience.JURORS));
  }
}
