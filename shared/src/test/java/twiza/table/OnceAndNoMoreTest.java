package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import twiza.event.Mails.Claim;
import twiza.event.Mails.Mail;
import twiza.idea.Contact;
import twiza.settings.TestKeys;

class OnceAndNoMoreTest {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Mail MAIL = new Mail("IDEA#1 EVENT#0000000002", "AUTHOR");

  private final LocalTable table = LocalTable.create();
  private final TableMails mails = new TableMails(table.client(), table.name());
  private final TableLimits limits = new TableLimits(table.client(), table.name());
  private final TableDigests digests = new TableDigests(table.client(), table.name());

  @Test
  void a_mail_is_one_senders_until_the_lease_ends() {
    assertThat(mails.claim(MAIL, MONDAY, LEASE)).isEqualTo(Claim.YOURS);
    assertThat(mails.claim(MAIL, MONDAY.plus(LEASE).minusMillis(1), LEASE)).isEqualTo(Claim.TAKEN);
    assertThat(mails.claim(MAIL, MONDAY.plus(LEASE), LEASE)).isEqualTo(Claim.YOURS);
  }

  @Test
  void a_mail_to_somebody_else_is_another_mail() {
    mails.claim(MAIL, MONDAY, LEASE);
    Mail other = new Mail(MAIL.event(), "MODERATOR#M05A");
    assertThat(mails.claim(other, MONDAY, LEASE)).isEqualTo(Claim.YOURS);
  }

  @Test
  void a_mail_that_was_sent_is_never_sent_again() {
    mails.claim(MAIL, MONDAY, LEASE);
    mails.sent(MAIL, MONDAY.plusSeconds(1));
    mails.failed(MAIL, MONDAY.plusSeconds(2));
    assertThat(mails.claim(MAIL, MONDAY.plus(Duration.ofDays(1)), LEASE)).isEqualTo(Claim.SENT);
  }

  @Test
  void a_mail_that_failed_can_be_tried_again_at_once() {
    mails.claim(MAIL, MONDAY, LEASE);
    mails.failed(MAIL, MONDAY.plusSeconds(1));
    assertThat(mails.claim(MAIL, MONDAY.plusSeconds(2), LEASE)).isEqualTo(Claim.YOURS);
  }

  @Test
  void a_limit_counts_within_the_hour_of_the_clock() {
    assertThat(limits.count("contact", "hash", MONDAY)).isEqualTo(1);
    assertThat(limits.count("contact", "hash", MONDAY.plus(Duration.ofMinutes(59)))).isEqualTo(2);
    assertThat(limits.count("contact", "other", MONDAY)).isEqualTo(1);
    assertThat(limits.count("source", "hash", MONDAY)).isEqualTo(1);
    assertThat(limits.count("contact", "hash", MONDAY.plus(Duration.ofHours(1)))).isEqualTo(1);
  }

  @Test
  void a_digest_is_announced_once_an_hour_and_region() {
    LocalDate day = LocalDate.of(2026, 5, 4);
    assertThat(digests.settle("05", day, 8, true, MONDAY)).isTrue();
    assertThat(digests.settle("05", day, 8, true, MONDAY.plusSeconds(1))).isFalse();
    assertThat(digests.settle("06", day, 8, true, MONDAY)).isTrue();
    assertThat(digests.settle("05", day.minusDays(1), 8, false, MONDAY)).isTrue();
    assertThat(digests.settle("05", day.minusDays(1), 8, true, MONDAY)).isFalse();
    assertThat(digests.settle("05", day, 9, true, MONDAY)).isTrue();
    assertThat(digests.settle("05", day.plusDays(1), 8, true, MONDAY)).isTrue();
  }

  @Test
  void a_request_for_lost_links_is_an_event_that_names_no_address() {
    new TableLinkRequests(table.client(), table.name(), TestKeys.fingerprints(), () -> "01JTWZ")
        .ask(new Contact.Email("Fatima@Example.org"), MONDAY);
    Map<String, AttributeValue> event = table.everything().getFirst();
    String hash = TestKeys.fingerprints().of("email", "fatima@example.org");
    assertThat(event)
        .containsEntry("PK", AttributeValue.fromS("EMAIL#" + hash))
        .containsEntry("SK", AttributeValue.fromS("EVENT#01JTWZ"))
        .containsEntry("kind", AttributeValue.fromS("LINKS_ASKED"))
        .containsEntry("tell", AttributeValue.fromSs(List.of("AUTHOR")));
  }
}
