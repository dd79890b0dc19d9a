package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.icegreen.greenmail.user.UserException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import twiza.event.Mails;
import twiza.http.Invocation;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.place.Language;

class NothingIsLostTest {

  private final PostOffice office = new PostOffice();

  @AfterEach
  void close() {
    office.close();
  }

  private Journey ideaOf(String address) {
    Author author = AnAuthorIsToldTest.author(Language.FR);
    Author reached =
        new Author(
            author.kind(),
            author.name(),
            new Contact.Email(address),
            author.language(),
            author.gender(),
            author.ageBand(),
            author.consent(),
            author.credentials(),
            author.confirmation(),
            author.pendingContact());
    return Journey.begins(office.ideas, Samples.anIdea().by(reached));
  }

  /** A process that dies once, between the server's acceptance and the mark. */
  private static final class Dying implements Mails {

    private final Mails mails;
    private boolean died;

    Dying(Mails mails) {
      this.mails = mails;
    }

    @Override
    public Claim claim(Mail mail, Instant now, Duration lease) {
      return mails.claim(mail, now, lease);
    }

    @Override
    public void sent(Mail mail, Instant now) {
      if (!died) {
        died = true;
        throw new IllegalStateException("the process dies");
      }
      mails.sent(mail, now);
    }

    @Override
    public void failed(Mail mail, Instant now) {
      mails.failed(mail, now);
    }
  }

  @Test
  void and_nothing_is_sent_twice_when_it_is_queued_twice() {
    ideaOf("itto@example.org");
    office.dispatch();
    office.queue.send(office.queue.all());
    assertThat(office.queue.all()).hasSize(2);
    office.deliver();
    assertThat(office.received()).hasSize(1);
    assertThat(office.queue.all()).isEmpty();
  }

  @Test
  void by_a_crash_after_which_one_mail_repeats_under_the_same_id() {
    ideaOf("itto@example.org");
    office.dispatch().deliver(Dying::new);
    assertThat(office.queue.all()).hasSize(1);
    office.deliver();
    assertThat(office.received()).as("the lease still stands").hasSize(1);
    office.wait(Duration.ofMinutes(1));
    office.deliver();
    assertThat(office.received()).hasSize(2);
    assertThat(office.received()).extracting(mail -> mail.header("Message-ID")).hasSize(2);
    assertThat(office.received().getFirst().header("Message-ID"))
        .matches("<[A-Za-z0-9_-]{22}@twiza.example.org>")
        .isEqualTo(office.received().getLast().header("Message-ID"));
    assertThat(office.received().getFirst().token("follow"))
        .isEqualTo(office.received().getLast().token("follow"));
    assertThat(office.queue.all()).isEmpty();
  }

  @Test
  void while_the_mail_server_is_down() {
    ideaOf("itto@example.org");
    ideaOf("moha@example.org");
    office.closeDown();
    SQSBatchResponse response = office.dispatch().deliver();
    assertThat(response.getBatchItemFailures()).hasSize(2);
    assertThat(office.queue.waits()).containsOnly(Duration.ofSeconds(30));
    office.deliver();
    assertThat(office.queue.waits()).containsOnly(Duration.ofMinutes(2));
    office.reopen();
    office.deliver();
    assertThat(office.received())
        .extracting(Received::to)
        .containsExactlyInAnyOrder("itto@example.org", "moha@example.org");
    assertThat(office.queue.all()).isEmpty();
  }

  @Test
  void when_an_address_is_impossible_and_the_others_get_their_mail() {
    ideaOf("not an address\r\nBcc: victim@example.org");
    ideaOf("itto@example.org");
    SQSBatchResponse response = office.dispatch().deliver();
    assertThat(response.getBatchItemFailures()).hasSize(1);
    assertThat(office.received()).extracting(Received::to).containsExactly("itto@example.org");
  }

  @Test
  void when_the_server_refuses_a_recipient_and_the_others_get_their_mail() {
    office
        .server()
        .getUserManager()
        .setMessageDeliveryHandler(
            (message, address) -> {
              if (address.getEmail().startsWith("gone")) {
                throw new UserException("no such user");
              }
              return office.server().getUserManager().getUserByEmail(address.getEmail());
            });
    for (String name : List.of("itto", "moha")) {
      office.server().setUser(name + "@example.org", "secret");
    }
    ideaOf("itto@example.org");
    ideaOf("gone@example.org");
    ideaOf("moha@example.org");
    SQSBatchResponse response = office.dispatch().deliver();
    assertThat(response.getBatchItemFailures()).hasSize(1);
    assertThat(office.received())
        .extracting(Received::to)
        .containsExactlyInAnyOrder("itto@example.org", "moha@example.org");
    assertThat(office.queue.all()).hasSize(1);
  }

  @Test
  void by_a_message_that_nobody_can_read() {
    ideaOf("itto@example.org");
    SQSEvent event = office.dispatch().queue.receive();
    SQSEvent.SQSMessage broken = new SQSEvent.SQSMessage();
    broken.setMessageId("broken");
    broken.setReceiptHandle("broken");
    broken.setBody("{\"aggregate\":\"IDEA#1\"}");
    event.setRecords(List.of(broken, event.getRecords().getFirst()));
    SQSBatchResponse response =
        office.function(UnaryOperator.identity()).handleRequest(event, Invocation.of("mail"));
    assertThat(response.getBatchItemFailures())
        .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .containsExactly("broken");
    assertThat(office.received()).hasSize(1);
  }

  @Test
  void when_the_time_of_a_run_is_over() {
    ideaOf("itto@example.org");
    SQSEvent event = office.dispatch().queue.receive();
    SQSBatchResponse response =
        office
            .function(UnaryOperator.identity())
            .handleRequest(event, new Invocation("mail", Duration.ofSeconds(3)));
    assertThat(response.getBatchItemFailures()).hasSize(1);
    assertThat(office.received()).isEmpty();
    office.deliver();
    assertThat(office.received()).hasSize(1);
  }

  @Test
  void and_attempts_grow_rare_until_they_come_twice_a_day() {
    assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8))
        .extracting(MailFunction::waitAfter)
        .containsExactly(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(8),
            Duration.ofMinutes(32),
            Duration.ofMinutes(128),
            Duration.ofMinutes(512),
            Duration.ofHours(12),
            Duration.ofHours(12));
  }
}
