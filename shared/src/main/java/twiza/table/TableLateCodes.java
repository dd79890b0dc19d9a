package twiza.table;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.Fingerprints;
import twiza.idea.Contact;
import twiza.round.LateCodes;
import twiza.round.Round;

/** Late codes: kept hashed, for one contact each; {@link Tickets} uses them up. */
public final class TableLateCodes implements LateCodes {

  private final Table table;
  private final Contacts contacts;
  private final Fingerprints fingerprints;

  public TableLateCodes(DynamoDbClient client, String name, Fingerprints fingerprints) {
    this.table = new Table(client, name);
    this.contacts = new Contacts(fingerprints);
    this.fingerprints = fingerprints;
  }

  @Override
  public boolean issue(Round round, String code, Contact contact, String by, Instant at) {
    String hash = Tickets.hash(fingerprints, code);
    return table
        .transact(
            List.of(
                table.putIfNew(RoundItems.lateCode(round, hash, contacts.hash(contact), at)),
                table.putIfNew(RoundItems.lateCodeIssued(round, hash, by, at))))
        .isEmpty();
  }
}
