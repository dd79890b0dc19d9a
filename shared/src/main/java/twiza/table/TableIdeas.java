package twiza.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import twiza.access.Fingerprints;
import twiza.board.Counting;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Happening;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.Ideas;
import twiza.idea.Revision;
import twiza.idea.Specimen;
import twiza.idea.State;
import twiza.uptake.Uptake;

/**
 * Ideas in the table: all of one in one partition, read by one query; every write is one
 * transaction of the state, its events and what the public reads.
 */
public final class TableIdeas implements Ideas {

  /** So many texts go with the transaction that erases an idea; more of them go before it. */
  private static final int TEXTS_AT_ONCE = 24;

  private final Table table;
  private final Fingerprints fingerprints;
  private final Contacts contacts;
  private final Differences differences;
  private final Tickets tickets;

  public TableIdeas(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.fingerprints = fingerprints;
    this.contacts = new Contacts(fingerprints);
    this.differences = new Differences(table, contacts);
    this.tickets = new Tickets(table, contacts, fingerprints);
  }

  @Override
  public Optional<Dossier> find(String id) {
    List<Item> items =
        table
            .all(
                QueryRequest.builder()
                    .keyConditionExpression("PK = :idea")
                    .expressionAttributeValues(values(":idea", Keys.idea(id).partition()))
                    .consistentRead(true))
            .toList();
    return DossierItems.read(items);
  }

  @Override
  public Optional<Tracked> track(String trackingCode) {
    return table.get(Keys.tracking(trackingCode)).map(IdeaItems::tracked);
  }

  @Override
  public List<String> of(Contact contact) {
    return ofFingerprint(contacts.hash(contact));
  }

  @Override
  public List<String> ofFingerprint(String hash) {
    return table
        .all(
            QueryRequest.builder()
                .keyConditionExpression("PK = :contact AND begins_with(SK, :idea)")
                .expressionAttributeValues(
                    Map.of(
                        ":contact", Item.attribute(Keys.contact(hash)),
                        ":idea", Item.attribute(Keys.IDEA_AMONG))))
        .map(item -> Keys.ideaAmong(item.key()))
        .toList();
  }

  @Override
  public Submission submit(NewIdea submitted) {
    Idea idea = submitted.accepted().idea();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(once(submitted.once(), idea));
    Dossier dossier = dossier(submitted);
    actions.add(table.putIfNew(IdeaItems.write(dossier)));
    actions.add(table.putIfNew(IdeaItems.tracked(idea)));
    dossier.revisions().stream()
        .map(revision -> RevisionItems.write(idea.id(), revision))
        .forEach(item -> actions.add(table.put(item)));
    List<Item> events =
        dossier.history().stream().map(happening -> EventItems.write(happening, idea)).toList();
    Counting.sent(dossier)
        .ifPresent(mark -> MarkItems.write(mark, idea.region(), events.getFirst()));
    events.forEach(event -> actions.add(table.putIfNew(event)));
    CallItems.write(dossier).map(table::put).ifPresent(actions::add);
    actions.add(table.put(AuthorItems.write(idea.id(), submitted.author())));
    String hash = contacts.hash(submitted.author().contact());
    actions.add(table.put(Item.at(Keys.ideaOfContact(hash, idea.id()))));
    imported(submitted).map(table::put).ifPresent(actions::add);
    EntryItems.inRounds(dossier).values().forEach(item -> actions.add(table.put(item)));
    int others = actions.size();
    submitted
        .ticket()
        .map(ticket -> tickets.use(ticket, idea, submitted.author().contact()))
        .ifPresent(actions::addAll);
    List<CancellationReason> reasons =
        submitted.ticket().isPresent() ? table.transactInACrowd(actions) : table.transact(actions);
    return reasons.isEmpty() ? new Submission.Kept() : refused(reasons, submitted.once(), others);
  }

  private static Optional<Item> imported(NewIdea submitted) {
    String id = submitted.accepted().idea().id();
    return submitted
        .batch()
        .map(batch -> Item.at(Keys.imported(batch, id)).with("row", submitted.once().key()));
  }

  private static Dossier dossier(NewIdea submitted) {
    Idea idea = submitted.accepted().idea();
    List<Happening> history = new ArrayList<>();
    for (IdeaEvent event : submitted.accepted().events()) {
      history.add(
          new Happening(history.size() + 1L, idea.submittedAt(), submitted.by(), event, ""));
    }
    Revision first = new Revision(idea.latest(), idea.submittedAt(), submitted.sheet());
    return new Dossier(
        idea,
        List.of(first),
        Optional.of(submitted.author()),
        history,
        Optional.empty(),
        List.of(),
        Uptake.NONE);
  }

  /** What was kept for the same key, unless it has expired, whether or not it is still there. */
  private TransactWriteItem once(Once once, Idea idea) {
    long expiresAt = idea.submittedAt().plus(once.keptFor()).getEpochSecond();
    Item item =
        Item.at(Keys.submission(once.key(), fingerprints))
            .with("content", once.content())
            .with("id", idea.id())
            .with("trackingCode", idea.trackingCode())
            .with("state", idea.state())
            .with("expiresAt", expiresAt);
    return table.put(
        item,
        Table.NEW + " OR expiresAt <= :now",
        values(":now", idea.submittedAt().getEpochSecond()));
  }

  /**
   * @param others how many actions come before those of the round
   */
  private static Submission refused(List<CancellationReason> reasons, Once once, int others) {
    CancellationReason first = reasons.getFirst();
    if (!Table.failed(first)) {
      return reasons.subList(0, others).stream().anyMatch(Table::failed)
          ? new Submission.Taken()
          : new Submission.NotEntered(Tickets.refused(reasons.subList(others, reasons.size())));
    }
    Item earlier = new Item(first.item());
    return earlier.text("content").equals(once.content())
        ? new Submission.Repeated(
            earlier.text("id"),
            earlier.text("trackingCode"),
            earlier.constant("state", State.class))
        : new Submission.KeyReused();
  }

  @Override
  public Entering enter(Edit edit, Ticket ticket) {
    Dossier after = edit.result();
    List<TransactWriteItem> actions = differences.written(edit.before(), after);
    int others = actions.size();
    Contact contact = edit.before().author().orElseThrow().contact();
    actions.addAll(tickets.use(ticket, after.idea(), contact));
    List<CancellationReason> reasons = table.transactInACrowd(actions);
    if (reasons.isEmpty()) {
      return Entering.TAKEN;
    }
    return reasons.subList(0, others).stream().anyMatch(Table::failed)
        ? Entering.STALE
        : Tickets.refused(reasons.subList(others, reasons.size()));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Erasing more texts than one transaction holds removes the oldest first, under the same
   * version, and turns the idea last: whatever stops it in between, the idea is not erased yet, its
   * newest and published texts are there, and erasing it again goes on from there.
   */
  @Override
  public boolean save(Edit edit) {
    Dossier after = edit.result();
    List<TransactWriteItem> gone = differences.gone(edit.before(), after);
    while (gone.size() > TEXTS_AT_ONCE) {
      List<TransactWriteItem> some = new ArrayList<>(gone.subList(0, TEXTS_AT_ONCE));
      some.add(differences.unchanged(edit.before()));
      if (!table.transact(some).isEmpty()) {
        return false;
      }
      gone = gone.subList(TEXTS_AT_ONCE, gone.size());
    }
    List<TransactWriteItem> actions = differences.written(edit.before(), after);
    actions.addAll(gone);
    return table.transact(actions).isEmpty();
  }

  @Override
  public void addCredential(String id, String credential) {
    table.change(
        UpdateItemRequest.builder()
            .key(Keys.author(id).attributes())
            .updateExpression("ADD credentials :credential")
            .conditionExpression(AuthorItems.THERE)
            .expressionAttributeValues(
                Map.of(":credential", AttributeValue.fromSs(List.of(credential)))));
  }

  @Override
  public boolean countCode(String id, int serial) {
    return table.countCode(
        Keys.author(id),
        Author.Confirmation.MOST_WRONG_CODES,
        AuthorItems.THERE + " AND serial = :serial",
        Map.of(":serial", Item.attribute(serial)));
  }

  /** Looks for an idea that nobody had, and reads one out of items that were never kept. */
  public Dossier rehearse() {
    Dossier specimen = Specimen.at(Instant.EPOCH);
    String id = specimen.idea().id();
    find(id);
    List<Item> items = new ArrayList<>(List.of(IdeaItems.write(specimen)));
    specimen.revisions().forEach(revision -> items.add(RevisionItems.write(id, revision)));
    specimen.author().ifPresent(author -> items.add(AuthorItems.write(id, author)));
    specimen.history().forEach(it -> items.add(EventItems.write(it, specimen.idea())));
    return DossierItems.read(items).orElseThrow();
  }

  private static Map<String, AttributeValue> values(String name, Object value) {
    return Map.of(name, Item.attribute(value));
  }
}
