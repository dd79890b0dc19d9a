package twiza.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import twiza.access.Fingerprints;
import twiza.board.Counting;
import twiza.idea.Dossier;
import twiza.idea.Ideas.Once;
import twiza.idea.Listing;
import twiza.uptake.Interest;
import twiza.uptake.Party;
import twiza.uptake.Uptake;
import twiza.uptake.Uptakes;

/**
 * Those who want to build an idea, in its partition: read with it by one query; every write is one
 * transaction of where they stand, the event, and what the public reads of it, under their own
 * version and the idea's.
 */
public final class TableUptakes implements Uptakes {

  private static final int MOST_LISTED = 30;

  private final Table table;
  private final Fingerprints fingerprints;
  private final Contacts contacts;
  private final Differences differences;
  private final Lists lists;

  public TableUptakes(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.fingerprints = fingerprints;
    this.contacts = new Contacts(fingerprints);
    this.differences = new Differences(table, contacts);
    this.lists = new Lists(table, fingerprints);
  }

  @Override
  public Optional<Dealings> find(String idea) {
    List<Item> items =
        table
            .all(
                QueryRequest.builder()
                    .keyConditionExpression("PK = :idea")
                    .expressionAttributeValues(
                        Map.of(":idea", Item.attribute(Keys.idea(idea).partition())))
                    .consistentRead(true))
            .toList();
    return DossierItems.read(items)
        .map(
            dossier ->
                new Dealings(dossier, UptakeItems.readParties(items), UptakeItems.history(items)));
  }

  @Override
  public Optional<String> asked(Once once, Instant now) {
    return table
        .get(Keys.asking(once.key(), fingerprints))
        .filter(item -> item.number("expiresAt") > now.getEpochSecond())
        .filter(item -> item.text("content").equals(once.content()))
        .map(item -> item.text("interest"));
  }

  @Override
  public Asking ask(Edit edit, Once once) {
    String id = edit.before().dossier().idea().id();
    String interest = edit.accepted().event().interest();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(once(once, interest, edit.at()));
    actions.addAll(written(edit));
    edit.party()
        .flatMap(Party::person)
        .map(person -> contacts.hash(person.contact()))
        .map(hash -> Item.at(Keys.interestOfContact(hash, id, interest)))
        .ifPresent(item -> actions.add(table.put(item)));
    List<CancellationReason> reasons = table.transact(actions);
    if (reasons.isEmpty()) {
      return new Asking.Kept();
    }
    CancellationReason first = reasons.getFirst();
    if (!Table.failed(first)) {
      return new Asking.Stale();
    }
    Item earlier = new Item(first.item());
    return earlier.text("content").equals(once.content())
        ? new Asking.Repeated(earlier.text("interest"))
        : new Asking.KeyReused();
  }

  /** What was kept for the same key, unless it has expired, whether or not it is still there. */
  private TransactWriteItem once(Once once, String interest, Instant at) {
    Item item =
        Item.at(Keys.asking(once.key(), fingerprints))
            .with("content", once.content())
            .with("interest", interest)
            .with("expiresAt", at.plus(once.keptFor()).getEpochSecond());
    return table.put(
        item,
        Table.NEW + " OR expiresAt <= :now",
        Map.of(":now", Item.attribute(at.getEpochSecond())));
  }

  @Override
  public boolean save(Edit edit) {
    return table.transact(written(edit)).isEmpty();
  }

  private List<TransactWriteItem> written(Edit edit) {
    Dossier before = edit.before().dossier();
    Dossier after = before.with(edit.accepted().uptake());
    String id = before.idea().id();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(UptakeItems.head(table, id, before.uptake(), after.uptake(), edit.dueAt()));
    actions.add(differences.unchanged(before));
    changed(before.uptake(), after.uptake())
        .forEach(it -> actions.add(table.put(UptakeItems.write(after, it))));
    Item event = UptakeItems.event(edit);
    Counting.built(edit).ifPresent(mark -> MarkItems.write(mark, before.idea().region(), event));
    actions.add(table.putIfNew(event));
    addParty(edit, actions);
    actions.addAll(differences.shown(before, after));
    return actions;
  }

  private static List<Interest> changed(Uptake before, Uptake after) {
    Set<Interest> known = new HashSet<>(before.interests());
    return after.interests().stream().filter(it -> !known.contains(it)).toList();
  }

  /** Who is forgotten is gone from here, whatever the edit says of them. */
  private void addParty(Edit edit, List<TransactWriteItem> actions) {
    String id = edit.before().dossier().idea().id();
    Interest it = edit.accepted().interest();
    Optional<Party> was = edit.before().party(it.id());
    boolean forgets = it.forgotten() && was.isPresent();
    if (!forgets) {
      edit.party().ifPresent(party -> actions.add(partyChange(id, it.id(), was, party)));
      return;
    }
    Party left = edit.party().orElseGet(() -> UptakeItems.forgotten(was.get()));
    actions.add(table.put(UptakeItems.write(id, it.id(), left)));
    was.get()
        .person()
        .map(person -> contacts.hash(person.contact()))
        .ifPresent(hash -> actions.add(table.delete(Keys.interestOfContact(hash, id, it.id()))));
  }

  /** Secrets and wrong codes come in beside an edit, and stay. */
  private TransactWriteItem partyChange(
      String id, String interest, Optional<Party> was, Party party) {
    return was.isEmpty()
        ? table.put(UptakeItems.write(id, interest, party))
        : table.change(
            Keys.party(id, interest),
            "SET learnt = :learnt",
            Map.of(":learnt", Item.attribute(party.learnt())));
  }

  @Override
  public void addCredential(String idea, String interest, String credential) {
    table.change(
        UpdateItemRequest.builder()
            .key(Keys.party(idea, interest).attributes())
            .updateExpression("ADD credentials :credential")
            .conditionExpression(AuthorItems.THERE)
            .expressionAttributeValues(
                Map.of(":credential", AttributeValue.fromSs(List.of(credential)))));
  }

  @Override
  public boolean countCode(String idea, String interest) {
    return table.countCode(
        Keys.party(idea, interest), Party.MOST_WRONG_CODES, AuthorItems.THERE, Map.of());
  }

  @Override
  public Listing<Listed> of(String region, Shelf shelf, String cursor, int limit) {
    Lists.Ordered list =
        new Lists.Ordered.Indexed(
            "GSI1", Keys.interests(region, shelf.name()), TableUptakes::atPosition);
    return switch (lists.page(list, cursor, Math.min(limit, MOST_LISTED), Function.identity())) {
      case Listing.BadCursor<Item> _ -> new Listing.BadCursor<>();
      case Listing.Page<Item>(List<Item> items, Optional<String> next) ->
          new Listing.Page<>(listed(items), next);
    };
  }

  private static Key atPosition(String position) {
    String[] parts = position.split("#", 3);
    return Keys.interest(parts[1], parts[2]);
  }

  /** Titles and people are one more read. */
  private List<Listed> listed(List<Item> items) {
    Set<Key> wanted = new HashSet<>();
    for (Item item : items) {
      String idea = Keys.ideaOf(item.key());
      wanted.add(Keys.idea(idea));
      wanted.add(Keys.author(idea));
      wanted.add(Keys.party(idea, item.text("id")));
    }
    Map<Key, Item> found =
        table.each(wanted).collect(Collectors.toMap(Item::key, Function.identity()));
    return items.stream().map(item -> listed(item, found)).toList();
  }

  private static Listed listed(Item item, Map<Key, Item> found) {
    String idea = Keys.ideaOf(item.key());
    return new Listed(
        idea,
        Optional.ofNullable(found.get(Keys.idea(idea)))
            .map(head -> head.textOrEmpty("title"))
            .orElse(""),
        UptakeItems.readInterest(item),
        Optional.ofNullable(found.get(Keys.party(idea, item.text("id"))))
            .map(UptakeItems::readParty),
        Optional.ofNullable(found.get(Keys.author(idea))).flatMap(AuthorItems::read));
  }

  @Override
  public List<Named> ofFingerprint(String hash) {
    return table
        .all(
            QueryRequest.builder()
                .keyConditionExpression("PK = :contact AND begins_with(SK, :interest)")
                .expressionAttributeValues(
                    Map.of(
                        ":contact", Item.attribute(Keys.contact(hash)),
                        ":interest", Item.attribute(Keys.INTEREST))))
        .map(item -> item.key().sort().split("#", 3))
        .map(parts -> new Named(parts[1], parts[2]))
        .toList();
  }
}
