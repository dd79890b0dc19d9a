package twiza.notification;

import java.time.InstantSource;
import java.util.Map;
import twiza.access.Fingerprints;
import twiza.event.Mails;
import twiza.idea.Ideas;
import twiza.settings.FirstAdmin;
import twiza.settings.IndexKey;
import twiza.settings.JwsLinks;
import twiza.settings.ParameterSettings;
import twiza.settings.Secrets;
import twiza.staff.Staff;
import twiza.table.DynamoDb;
import twiza.table.TableIdeas;
import twiza.table.TableMails;
import twiza.table.TableQueue;
import twiza.table.TableSignIns;
import twiza.table.TableStaff;

/** What the sender of mails works with, as the environment describes it. */
record Wiring(
    Mails mails,
    Correspondence correspondence,
    Envelopes envelopes,
    Carrier carrier,
    MailQueue queue) {

  static Wiring of(Map<String, String> environment, InstantSource clock) {
    Secrets secrets = new Secrets(environment);
    ParameterSettings settings = new ParameterSettings(environment, clock);
    Fingerprints fingerprints = IndexKey.of(secrets, environment);
    var client = DynamoDb.client(environment);
    String table = environment.get("TWIZA_TABLE");
    Ideas ideas = new TableIdeas(client, table, fingerprints);
    Staff staff =
        new TableStaff(client, table, fingerprints, FirstAdmin.of(settings, fingerprints));
    JwsLinks signed = JwsLinks.of(secrets, environment, clock);
    return new Wiring(
        new TableMails(client, table),
        new Correspondence(
            ideas,
            new TableQueue(client, table, fingerprints),
            staff,
            fingerprints,
            new Links(settings, fingerprints, signed, ideas),
            new TableSignIns(client, table, () -> "")),
        new Envelopes(settings, fingerprints),
        new ConfiguredCarrier(environment, settings, secrets::current),
        new SqsMailQueue(environment));
  }
}
