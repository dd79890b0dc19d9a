package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import twiza.http.Invocation;
import twiza.idea.Journey;
import twiza.idea.Samples;
import twiza.settings.IndexKey;
import twiza.settings.ParameterServices;
import twiza.settings.Secrets;
import twiza.table.LocalTable;
import twiza.table.TableIdeas;

/** Both functions by their public constructors, on everything that a deployment gives them. */
class TheFunctionsAsDeployedTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Samples.MONDAY.plusSeconds(60));

  private final GreenMail mailbox = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private final LocalTable table = LocalTable.create();
  private final Map<String, String> environment = new HashMap<>(table.environment());

  private static String settings(int port) {
    return """
    {"siteUrl":"http://localhost:8080","adminEmail":"moderator@example.org",
     "mail":{"transport":"SMTP","from":"Twiza <no-reply@example.org>","host":"localhost",
             "port":%d,"startTls":false,"credentials":""},
     "limits":{"contactPerHour":3,"sourcePerHour":300,"refuseFactor":10,"slowSeconds":300}}
    """
        .formatted(port);
  }

  @Test
  void bring_an_event_to_the_mailbox() {
    mailbox.start();
    try (Elastic queue = new Elastic();
        ParameterServices services = new ParameterServices(settings(mailbox.getSmtp().getPort()))) {
      environment.putAll(services.environment());
      environment.putAll(queue.environment());
      environment.put("TWIZA_ERASURES", table.name());
      submitAnIdea();
      new DispatchFunction(environment, CLOCK)
          .handleRequest(StreamRecords.of(events()), Invocation.of("dispatch"));
      SQSEvent event = event(queue.receive());
      assertThat(event.getRecords()).hasSize(3);
      assertThat(
              new MailFunction(environment, CLOCK)
                  .handleRequest(event, Invocation.of("mail"))
                  .getBatchItemFailures())
          .isEmpty();
    }
    assertThat(mailbox.getReceivedMessages())
        .extracting(message -> new Received(message).to())
        .containsExactlyInAnyOrder("Fatima.Amrani@example.org", "moderator@example.org");
    mailbox.stop();
  }

  private void submitAnIdea() {
    IndexKey fingerprints = IndexKey.of(new Secrets(environment), environment);
    TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
    Journey.begins(ideas, Samples.anIdea()).confirmed();
  }

  private List<Map<String, AttributeValue>> events() {
    return table.everything().stream()
        .filter(item -> item.get("SK").s().startsWith("EVENT#"))
        .toList();
  }

  private static SQSEvent event(List<Message> messages) {
    List<SQSEvent.SQSMessage> records = new ArrayList<>();
    for (Message message : messages) {
      SQSEvent.SQSMessage record = new SQSEvent.SQSMessage();
      record.setMessageId(message.messageId());
      record.setReceiptHandle(message.receiptHandle());
      record.setBody(message.body());
      record.setAttributes(message.attributesAsStrings());
      records.add(record);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(records);
    return event;
  }
}
