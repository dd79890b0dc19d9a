package twiza.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.access.Fingerprints;
import twiza.idea.Contact;
import twiza.staff.Member;
import twiza.staff.Staff;

/**
 * The list of staff in the table. As long as nobody was ever let in, the first admin is there
 * without being kept.
 */
public final class TableStaff implements Staff {

  private final Table table;
  private final Contacts contacts;
  private final Supplier<Member> first;

  /**
   * @param first the admin that the settings name
   */
  public TableStaff(
      DynamoDbClient client, String name, Fingerprints fingerprints, Supplier<Member> first) {
    this.table = new Table(client, name);
    this.contacts = new Contacts(fingerprints);
    this.first = first;
  }

  /** The first admin may arrive between two reads: whoever was not there is looked for again. */
  @Override
  public Optional<Member> find(String id) {
    return kept(id)
        .or(() -> newcomer().filter(member -> member.id().equals(id)))
        .or(() -> kept(id));
  }

  private Optional<Member> kept(String id) {
    return table.get(Keys.member(id)).map(StaffItems::read);
  }

  @Override
  public Optional<Member> at(String email) {
    return keptAt(email)
        .or(() -> newcomer().filter(member -> hash(member.email()).equals(hash(email))))
        .or(() -> keptAt(email));
  }

  private Optional<Member> keptAt(String email) {
    return table.get(Keys.memberOfContact(hash(email))).flatMap(item -> kept(item.text("id")));
  }

  /** One read, but for the first admin, who is nowhere in the table before they let somebody in. */
  @Override
  public Map<String, String> names(Collection<String> ids) {
    Map<Key, Item> found = table.getAllLately(ids.stream().map(Keys::member).toList());
    Map<String, String> names = new HashMap<>();
    for (String id : ids) {
      Optional.ofNullable(found.get(Keys.member(id)))
          .map(StaffItems::read)
          .or(() -> find(id))
          .ifPresent(member -> names.put(id, member.name()));
    }
    return names;
  }

  @Override
  public List<Member> of(String region) {
    List<Member> named = named(region);
    return named.isEmpty() ? admins() : named;
  }

  private List<Member> named(String region) {
    return table
        .all(
            QueryRequest.builder()
                .indexName("GSI1")
                .keyConditionExpression("GSI1PK = :region")
                .expressionAttributeValues(Map.of(":region", Item.attribute(Keys.staff(region)))))
        .map(StaffItems::read)
        .toList();
  }

  /** Looks for the staff of no region. */
  public void rehearse() {
    named("none");
  }

  @Override
  public List<Member> admins() {
    return table
        .get(Keys.admins())
        .map(item -> item.texts("ids").stream().sorted().map(this::find).flatMap(Optional::stream))
        .map(Stream::toList)
        .orElseGet(() -> List.of(first.get()));
  }

  private Optional<Member> newcomer() {
    return table.get(Keys.admins()).isPresent() ? Optional.empty() : Optional.of(first.get());
  }

  @Override
  public Saved save(Edit edit) {
    Member before = edit.accepted().before();
    Member after = edit.accepted().member();
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(member(before, after));
    admins(before, after).ifPresent(actions::add);
    int address = actions.size();
    actions.addAll(addresses(before, after));
    actions.addAll(memberships(before, after));
    for (String region : edit.accepted().event().regions()) {
      actions.add(
          table.putIfNew(
              StaffItems.event(after, edit.accepted().event(), region, edit.by(), edit.at())));
    }
    List<CancellationReason> reasons = table.transact(actions);
    if (reasons.isEmpty()) {
      return Saved.KEPT;
    }
    if (Table.failed(reasons.getFirst())) {
      return Saved.STALE;
    }
    boolean taken = address < reasons.size() && Table.failed(reasons.get(address));
    return taken ? Saved.ADDRESS_TAKEN : Saved.LAST_ADMIN;
  }

  private TransactWriteItem member(Member before, Member after) {
    Item item = StaffItems.write(after);
    return before.version() == 0
        ? table.putIfNew(item)
        : table.put(
            item, "version = :version", Map.of(":version", Item.attribute(before.version())));
  }

  /** The set never becomes empty: two admins who remove each other don't both succeed. */
  private Optional<TransactWriteItem> admins(Member before, Member after) {
    Map<String, AttributeValue> ids = Map.of(":id", AttributeValue.fromSs(List.of(after.id())));
    boolean was = before.admin() && before.version() > 0;
    if (after.admin() && !was) {
      return Optional.of(table.change(Keys.admins(), "ADD ids :id", ids));
    }
    if (after.admin() || !was) {
      return Optional.empty();
    }
    return Optional.of(
        table.change(
            Keys.admins(),
            "DELETE ids :id",
            "size(ids) > :one",
            Map.of(":id", ids.get(":id"), ":one", Item.attribute(1))));
  }

  /** First the one that must be nobody else's. */
  private List<TransactWriteItem> addresses(Member before, Member after) {
    boolean known = before.version() > 0;
    List<TransactWriteItem> actions = new ArrayList<>();
    if (known && before.email().equals(after.email())) {
      return actions;
    }
    if (!after.email().isEmpty()) {
      Item item = Item.at(Keys.memberOfContact(hash(after.email()))).with("id", after.id());
      actions.add(
          table.put(item, Table.NEW + " OR id = :id", Map.of(":id", Item.attribute(after.id()))));
    }
    boolean moved = after.email().isEmpty() || !hash(before.email()).equals(hash(after.email()));
    if (known && moved && !before.email().isEmpty()) {
      actions.add(table.delete(Keys.memberOfContact(hash(before.email()))));
    }
    return actions;
  }

  private List<TransactWriteItem> memberships(Member before, Member after) {
    List<TransactWriteItem> actions = new ArrayList<>();
    for (String region : after.regions()) {
      actions.add(table.put(StaffItems.membership(after, region)));
    }
    TreeSet<String> left = new TreeSet<>(before.regions());
    left.removeAll(after.regions());
    left.forEach(region -> actions.add(table.delete(Keys.membership(after.id(), region))));
    return actions;
  }

  private String hash(String email) {
    return contacts.hash(new Contact.Email(email));
  }
}
