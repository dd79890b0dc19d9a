package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import twiza.http.Invocation;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.watch.Trace;

/** A request can be followed to the mail it caused, and mails are counted. */
class SeenFromOutsideTest {

  private final PostOffice office = new PostOffice();

  @AfterEach
  void close() {
    Trace.follow("");
    office.close();
  }

  @Test
  void the_mail_is_sent_under_the_id_of_the_request() {
    Trace.follow("request 1");
    Journey idea = Journey.begins(office.ideas, Samples.anIdea());
    assertThat(tracesOfMails()).containsExactly("request 1");
    Trace.follow("request 2");
    idea.confirmed();
    assertThat(tracesOfMails()).containsExactly("request 2", "request 2");
  }

  private List<String> tracesOfMails() {
    List<String> traces = new ArrayList<>();
    office.dispatch();
    MailFunction mail =
        office.function(
            UnaryOperator.identity(), (_, _) -> traces.add(Trace.current().orElse("none")));
    office.queue.settle(mail.handleRequest(office.queue.receive(), Invocation.of("mail")));
    return traces;
  }

  @Test
  void mails_that_leave_and_mails_that_fail_are_counted() {
    Journey.begins(office.ideas, Samples.anIdea());
    office.dispatch();
    Carrier broken =
        (_, _) -> {
          throw new MessagingException("no");
        };
    office
        .function(UnaryOperator.identity(), broken)
        .handleRequest(office.queue.receive(), Invocation.of("mail"));
    office.deliver();
    assertThat(office.watched.lines()).containsExactly("mail failed", "mail sent");
  }
}
