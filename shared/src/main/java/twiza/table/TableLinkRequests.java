package twiza.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.access.Fingerprints;
import twiza.access.LinkRequests;
import twiza.idea.Audience;
import twiza.idea.Contact;

/** A request for lost links: an event of the address, which is kept as its fingerprint. */
public final class TableLinkRequests implements LinkRequests {

  private static final Duration KEPT = Duration.ofDays(90);

  private final Table table;
  private final Contacts contacts;
  private final Supplier<String> ids;

  /**
   * @param ids new ULIDs
   */
  public TableLinkRequests(
      DynamoDbClient client, String name, Fingerprints fingerprints, Supplier<String> ids) {
    this.table = new Table(client, name);
    this.contacts = new Contacts(fingerprints);
    this.ids = ids;
  }

  @Override
  public void ask(Contact.Email address, Instant now) {
    table.putNew(
        EventItems.bare(Keys.linksAsked(contacts.hash(address), ids.get()), "LINKS_ASKED", now)
            .withSet("tell", List.of(Audience.AUTHOR))
            .with("expiresAt", now.plus(KEPT).getEpochSecond()));
  }
}
