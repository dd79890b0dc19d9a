package twiza.notification;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import twiza.access.Fingerprints;
import twiza.event.Mails;
import twiza.settings.FirstAdmin;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.Secrets;
import twiza.settings.Settings;
import twiza.staff.Staff;
import twiza.table.DynamoDb;
import twiza.table.TableDelegations;
import twiza.table.TableEntries;
import twiza.table.TableIdeas;
import twiza.table.TableJuries;
import twiza.table.TableMails;
import twiza.table.TablePapers;
import twiza.table.TableQueue;
import twiza.table.TableResults;
import twiza.table.TableRounds;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;
import twiza.table.TableUptakes;

/** What the sender of mails works with, as the environment describes it. */
record Wiring(
    TableIdeas ideas,
    Mails mails,
    Correspondence correspondence,
    Envelopes envelopes,
    ConfiguredCarrier carrier,
    MailQueue queue) {

  private static final Errand NOBODYS =
      new Errand("IDEA#none", "EVENT#0000000001", "SUBMITTED", Errand.AUTHOR);

  static Wiring of(
      Secrets secrets,
      Supplier<Settings> settings,
      Map<String, String> environment,
      InstantSource clock) {
    Fingerprints fingerprints = IndexKey.of(secrets, environment);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    TableIdeas ideas = new TableIdeas(client, table, fingerprints);
    Staff staff =
        new TableStaff(client, table, fingerprints, FirstAdmin.of(settings, fingerprints));
    JwsLinks signed = JwsLinks.of(secrets, environment, clock);
    return new Wiring(
        ideas,
        new TableMails(client, table),
        new Correspondence(
            ideas,
            new TableUptakes(client, table, fingerprints),
            () -> settings.get().uptake(),
            new TableQueue(client, table, fingerprints),
            staff,
            fingerprints,
            new Links(settings, fingerprints, signed, ideas),
            new TableSignIns(client, table, () -> ""),
            new TableDelegations(client, table),
            new TableRounds(client, table, fingerprints),
            new TableEntries(client, table, fingerprints),
            new TableJuries(client, table),
            new TablePapers(client, table),
            new TableResults(client, table)),
        new Envelopes(settings, fingerprints),
        new ConfiguredCarrier(environment, settings, secrets::current),
        new SqsMailQueue(environment));
  }

  /** Writes a mail about an idea that nobody sent, and hands it to nobody. */
  void rehearse() {
    Errand errand = Errand.parse(NOBODYS.body());
    mails.claim(errand.mail(), Instant.EPOCH, Duration.ofMinutes(1));
    Letter letter = correspondence.rehearse(ideas.rehearse(), errand);
    try {
      carrier.rehearse(envelopes.seal(letter, errand.mail(), Instant.EPOCH), errand);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    mails.sent(errand.mail(), Instant.EPOCH);
  }
}
