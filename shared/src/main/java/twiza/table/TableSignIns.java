package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import twiza.idea.Audience;
import twiza.staff.Member;
import twiza.staff.Session;
import twiza.staff.SessionToken;
import twiza.staff.SignIn;
import twiza.staff.SignIns;

/** Sign-ins and sessions in the table; a session is read with its member in one request. */
public final class TableSignIns implements SignIns {

  private static final Duration KEPT = Duration.ofDays(1);

  private final Table table;
  private final Supplier<String> ids;

  /**
   * @param ids new ULIDs
   */
  public TableSignIns(DynamoDbClient client, String name, Supplier<String> ids) {
    this.table = new Table(client, name);
    this.ids = ids;
  }

  @Override
  public void ask(SignIn signIn, Instant now) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(
        table.putIfNew(
            Item.at(Keys.signIn(signIn.id()))
                .with("id", signIn.id())
                .with("member", signIn.member())
                .with("nonce", signIn.nonce())
                .with("until", signIn.expiresAt())
                .with("wrongCodes", signIn.wrongCodes())
                .with("expiresAt", now.plus(KEPT).getEpochSecond())));
    signIn.member().ifPresent(member -> actions.add(table.putIfNew(asked(signIn, member, now))));
    table.transact(actions);
  }

  private static Item asked(SignIn signIn, String member, Instant now) {
    return EventItems.bare(Keys.signInAsked(signIn.id()), "SIGN_IN_ASKED", now)
        .with("member", member)
        .withSet("tell", List.of(Audience.MEMBER))
        .with("expiresAt", now.plus(KEPT).getEpochSecond());
  }

  @Override
  public Optional<SignIn> find(String id) {
    return table.get(Keys.signIn(id)).map(TableSignIns::read);
  }

  private static SignIn read(Item item) {
    return new SignIn(
        item.text("id"),
        item.optionalText("member"),
        item.text("nonce"),
        item.instant("until"),
        item.integer("wrongCodes"));
  }

  @Override
  public boolean countCode(String id) {
    return table.countCode(
        Keys.signIn(id), SignIn.MOST_WRONG_CODES, "attribute_exists(PK)", Map.of());
  }

  @Override
  public boolean exchange(SignIn signIn, Member member, SessionToken session, Instant now) {
    Instant until = now.plus(Session.LASTS);
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(
        table.delete(
            Keys.signIn(signIn.id()),
            "nonce = :nonce",
            Map.of(":nonce", Item.attribute(signIn.nonce()))));
    actions.add(
        table.putIfNew(
            Item.at(Keys.session(session.hash()))
                .with("member", member.id())
                .with("serial", member.serial())
                .with("until", until)
                .with("expiresAt", until.getEpochSecond())));
    actions.addAll(deeds("SIGNED_IN", member, now));
    return table.transact(actions).isEmpty();
  }

  /** In the history of each region where the member has a role. */
  private List<TransactWriteItem> deeds(String kind, Member member, Instant now) {
    return member.regions().stream()
        .map(
            region ->
                EventItems.item(
                        Keys.memberDeed(member.id(), ids.get()), kind, now, region, member.id())
                    .with("by", member.id()))
        .map(table::putIfNew)
        .toList();
  }

  @Override
  public Optional<Session> session(SessionToken token) {
    Key session = Keys.session(token.hash());
    Key member = Keys.member(token.id());
    Map<Key, Item> found = table.getAll(List.of(session, member));
    if (found.size() < 2) {
      return Optional.empty();
    }
    Item open = found.get(session);
    return Optional.of(
        new Session(
            StaffItems.read(found.get(member)), open.number("serial"), open.instant("until")));
  }

  @Override
  public void end(SessionToken token, Session session, Instant now) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(table.delete(Keys.session(token.hash())));
    actions.addAll(deeds("SIGNED_OUT", session.member(), now));
    table.transact(actions);
  }
}
