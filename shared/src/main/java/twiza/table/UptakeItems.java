package twiza.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.idea.Audience;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.place.Language;
import twiza.uptake.Aim;
import twiza.uptake.Interest;
import twiza.uptake.Party;
import twiza.uptake.Party.Person;
import twiza.uptake.Phoning;
import twiza.uptake.Stage;
import twiza.uptake.Uptake;
import twiza.uptake.UptakeEvent;
import twiza.uptake.Uptakes;
import twiza.uptake.Uptakes.Shelf;
import twiza.uptake.Whom;

/**
 * Who wants to build an idea: an item that their version locks and that tells when something is
 * due, one for where each of them stands, one for who each of them is, and what happened.
 */
final class UptakeItems {

  private static final String SAME_VERSION = "version = :version";
  private static final String AMONG_EVENTS = "#" + Keys.UPTAKE + "#";

  private UptakeItems() {}

  static boolean isEvent(Key key) {
    return key.sort().contains(AMONG_EVENTS);
  }

  /** Holds as long as nothing happened among them. */
  static TransactWriteItem unchanged(Table table, Dossier dossier) {
    long version = dossier.uptake().version();
    Key key = Keys.uptake(dossier.idea().id());
    return version == 0
        ? table.checkNone(key)
        : table.check(key, SAME_VERSION, Map.of(":version", Item.attribute(version)));
  }

  /** The same, and the next sweep looks after them. */
  static TransactWriteItem wake(Table table, Dossier dossier, Instant at) {
    String id = dossier.idea().id();
    return table.change(
        Keys.uptake(id),
        "SET GSI2PK = :due, GSI2SK = :at",
        SAME_VERSION,
        Map.of(
            ":due", Item.attribute(Keys.DUE),
            ":at", Item.attribute(Keys.due(at, Keys.UPTAKE, id)),
            ":version", Item.attribute(dossier.uptake().version())));
  }

  /** The item that the version locks. */
  static TransactWriteItem head(
      Table table, String id, Uptake before, Uptake after, Optional<Instant> dueAt) {
    Item item = Item.at(Keys.uptake(id)).with("version", after.version());
    dueAt.ifPresent(
        at -> item.with("GSI2PK", Keys.DUE).with("GSI2SK", Keys.due(at, Keys.UPTAKE, id)));
    return before.version() == 0
        ? table.putIfNew(item)
        : table.put(item, SAME_VERSION, Map.of(":version", Item.attribute(before.version())));
  }

  static Item write(Dossier dossier, Interest it) {
    Item calls = new Item();
    it.calls().forEach((whom, call) -> calls.with(whom.name(), call(call)));
    Item item =
        Item.at(Keys.interest(dossier.idea().id(), it.id()))
            .with("id", it.id())
            .with("aim", it.aim())
            .with("kind", it.kind())
            .with("province", it.province())
            .with("contact", it.contact())
            .with("flagged", it.flagged())
            .with("stage", it.stage())
            .with("askedAt", it.askedAt())
            .with("since", it.since())
            .with("agreedAt", it.agreedAt())
            .with("reservedUntil", it.reservedUntil())
            .with("warned", it.warned())
            .with("nudges", it.nudges())
            .with("askAt", it.askAt())
            .with("unanswered", it.unanswered())
            .with("members", it.members())
            .with("jobs", it.jobs())
            .with("registration", it.registration().map(PathItems::write))
            .with("calls", calls)
            .with("forgotten", it.forgotten());
    return onShelf(dossier, it, item);
  }

  private static Item onShelf(Dossier dossier, Interest it, Item item) {
    Instant since = it.callSince().orElse(it.since());
    return item.with("GSI1PK", Keys.interests(dossier.idea().region(), Shelf.of(it).name()))
        .with("GSI1SK", Keys.placeInQueue(since, dossier.idea().id() + "#" + it.id()));
  }

  private static Item call(Phoning call) {
    return new Item()
        .with("since", call.since())
        .with("attempts", call.attempts())
        .with("about", call.about());
  }

  /** Out of the items of an idea's partition. */
  static Uptake read(List<Item> items) {
    Optional<Item> head =
        items.stream().filter(item -> item.key().sort().equals(Keys.UPTAKE)).findFirst();
    List<Interest> interests =
        of(items, Keys.INTEREST)
            .map(UptakeItems::readInterest)
            .sorted(Comparator.comparing(Interest::askedAt).thenComparing(Interest::id))
            .toList();
    return head.map(item -> new Uptake(item.number("version"), interests)).orElse(Uptake.NONE);
  }

  static Interest readInterest(Item item) {
    Map<Whom, Phoning> calls = new EnumMap<>(Whom.class);
    for (Whom whom : Whom.values()) {
      item.map("calls")
          .optionalMap(whom.name())
          .ifPresent(
              call ->
                  calls.put(
                      whom,
                      new Phoning(
                          call.instant("since"), call.integer("attempts"), call.text("about"))));
    }
    return new Interest(
        item.text("id"),
        item.constant("aim", Aim.class),
        item.constant("kind", Interest.Kind.class),
        item.text("province"),
        item.constant("contact", Contact.Kind.class),
        item.flag("flagged"),
        item.constant("stage", Stage.class),
        item.instant("askedAt"),
        item.instant("since"),
        item.optionalInstant("agreedAt"),
        item.optionalInstant("reservedUntil"),
        item.flag("warned"),
        item.integer("nudges"),
        item.optionalInstant("askAt"),
        item.integer("unanswered"),
        item.optionalInteger("members"),
        item.optionalInteger("jobs"),
        item.optionalMap("registration").map(PathItems::readRegistration),
        calls,
        item.flag("forgotten"));
  }

  static Item write(String idea, String interest, Party party) {
    return Item.at(Keys.party(idea, interest))
        .with("person", party.person().map(UptakeItems::write))
        .withSet("credentials", party.credentials())
        .with("wrongCodes", party.wrongCodes())
        .withText("learnt", party.learnt());
  }

  private static Item write(Person person) {
    return new Item()
        .withText("organisation", person.organisation())
        .withText("number", person.number())
        .with("name", person.name())
        .with("contact", person.contact().kind())
        .with("address", person.contact().value())
        .with("language", person.language())
        .with("why", person.why());
  }

  /** By the id of the interest, out of the items of an idea's partition. */
  static Map<String, Party> readParties(List<Item> items) {
    Map<String, Party> parties = new HashMap<>();
    of(items, Keys.PARTY).forEach(item -> parties.put(interestOf(item.key()), readParty(item)));
    return Map.copyOf(parties);
  }

  private static String interestOf(Key party) {
    return party.sort().substring(Keys.PARTY.length());
  }

  static Party readParty(Item item) {
    return new Party(
        item.optionalMap("person").map(UptakeItems::readPerson),
        item.texts("credentials"),
        item.integer("wrongCodes"),
        item.textOrEmpty("learnt"));
  }

  private static Person readPerson(Item person) {
    String address = person.text("address");
    return new Person(
        person.textOrEmpty("organisation"),
        person.textOrEmpty("number"),
        person.text("name"),
        switch (person.constant("contact", Contact.Kind.class)) {
          case EMAIL -> new Contact.Email(address);
          case PHONE -> new Contact.Phone(address);
        },
        person.constant("language", Language.class),
        person.text("why"));
  }

  static Item event(Uptakes.Edit edit) {
    Dossier dossier = edit.before().dossier();
    UptakeEvent event = edit.accepted().event();
    Key key =
        Keys.uptakeEvent(
            dossier.idea().id(), dossier.idea().version(), edit.accepted().uptake().version());
    return EventItems.item(
            key, event.code(), edit.at(), dossier.idea().region(), dossier.idea().id())
        .withText("by", edit.by())
        .with("data", data(event))
        .withSet("tell", edit.accepted().tell().stream().map(UptakeItems::audience).toList())
        .with("slow", slow(edit));
  }

  /** What a machine may have filled in is answered later. */
  private static Optional<Boolean> slow(Uptakes.Edit edit) {
    boolean slow =
        edit.accepted().event() instanceof UptakeEvent.Asked
            && edit.accepted().interest().flagged();
    return slow ? Optional.of(true) : Optional.empty();
  }

  private static Audience audience(Whom whom) {
    return switch (whom) {
      case AUTHOR -> Audience.AUTHOR;
      case PARTY -> Audience.PARTY;
    };
  }

  private static Item data(UptakeEvent event) {
    Item data = new Item().with("interest", event.interest());
    return switch (event) {
      case UptakeEvent.Asked asked ->
          data.with("aim", asked.aim())
              .with("party", asked.kind())
              .with("province", asked.province());
      case UptakeEvent.Started started ->
          data.with("province", started.province()).with("until", started.reservedUntil());
      case UptakeEvent.Released released -> data.with("why", released.why());
      case UptakeEvent.Reported reported -> data.with("stage", reported.stage());
      case UptakeEvent.Called called ->
          data.with("whom", called.whom()).with("result", called.result());
      case UptakeEvent.Bounced bounced -> data.with("whom", bounced.whom());
      case UptakeEvent.FollowUpAsked asked -> data.with("number", asked.number());
      case UptakeEvent.Confirmed _,
          UptakeEvent.Expired _,
          UptakeEvent.AuthorReminded _,
          UptakeEvent.AuthorSilent _,
          UptakeEvent.Agreed _,
          UptakeEvent.Declined _,
          UptakeEvent.Withdrawn _,
          UptakeEvent.Erased _,
          UptakeEvent.Unregistered _,
          UptakeEvent.ReservationEnding _,
          UptakeEvent.ReservationExpired _,
          UptakeEvent.Unfollowed _,
          UptakeEvent.Forgotten _ ->
          data;
    };
  }

  /** What happened to an interest, oldest first, out of the items of an idea's partition. */
  static List<Uptakes.Happened> history(List<Item> items) {
    List<Uptakes.Happened> history = new ArrayList<>();
    of(items, Keys.EVENT)
        .filter(item -> isEvent(item.key()))
        .sorted(Comparator.comparingLong(item -> Keys.number(item.key())))
        .forEach(
            item ->
                history.add(
                    new Uptakes.Happened(
                        Keys.number(item.key()),
                        item.map("data").text("interest"),
                        item.text("kind"),
                        item.instant("at"),
                        item.map("data").optionalConstant("stage", Stage.class),
                        item.map("data").optionalText("why"))));
    return List.copyOf(history);
  }

  private static Stream<Item> of(List<Item> items, String kind) {
    return items.stream().filter(item -> item.key().sort().startsWith(kind));
  }

  /** What stays when somebody is forgotten, but for their name: what others may learn of it. */
  static Party forgotten(Party party) {
    return new Party(Optional.empty(), Set.of(), 0, party.learnt());
  }
}
