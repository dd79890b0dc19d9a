package twiza.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import twiza.jury.Work;

class AQueueOnSqsTest {

  private static Elastic elastic;

  private MailQueue queue;

  @BeforeAll
  static void start() {
    elastic = new Elastic();
  }

  @AfterAll
  static void stop() {
    elastic.close();
  }

  @BeforeEach
  void connect() {
    queue = new SqsMailQueue(elastic.environment());
  }

  private static MailQueue.Delayed errand(String aggregate, Duration delay) {
    Errand errand = new Errand(aggregate, "EVENT#0000000001", "APPROVED", Errand.AUTHOR);
    return new MailQueue.Delayed(errand, delay, "");
  }

  private static List<Errand> received() {
    List<Errand> errands = new ArrayList<>();
    List<Message> messages = elastic.receive();
    while (!messages.isEmpty()) {
      messages.forEach(message -> errands.add(Errand.parse(message.body())));
      messages = elastic.receive();
    }
    return errands;
  }

  @Test
  void takes_more_than_ten_messages_and_keeps_delayed_ones_back() {
    List<MailQueue.Delayed> sent = new ArrayList<>();
    IntStream.range(0, 23).forEach(i -> sent.add(errand("IDEA#" + i, Duration.ZERO)));
    sent.add(errand("IDEA#slow", Duration.ofMinutes(15)));
    assertThat(queue.send(sent)).isEmpty();
    assertThat(received())
        .hasSize(23)
        .containsExactlyInAnyOrderElementsOf(
            sent.subList(0, 23).stream().map(MailQueue.Delayed::errand).toList());
  }

  @Test
  void carries_the_request_that_all_is_done_for() {
    Errand errand = new Errand("IDEA#traced", "EVENT#0000000001", "APPROVED", Errand.AUTHOR);
    queue.send(List.of(new MailQueue.Delayed(errand, Duration.ZERO, "JKJaXmPLvHcESHA=")));
    assertThat(elastic.receive().getFirst().messageAttributes().get(MailQueue.TRACE).stringValue())
        .isEqualTo("JKJaXmPLvHcESHA=");
  }

  @Test
  void brings_a_postponed_message_back_when_its_wait_is_over() {
    queue.send(List.of(errand("IDEA#postponed", Duration.ZERO)));
    Message message = elastic.receive().getFirst();
    assertThat(elastic.receive()).isEmpty();
    queue.postpone(message.receiptHandle(), Duration.ZERO);
    assertThat(elastic.receive()).extracting(Message::body).containsExactly(message.body());
  }

  @Test
  void gives_back_everything_while_it_can_t_be_reached() {
    Map<String, String> nowhere = new HashMap<>(elastic.environment());
    nowhere.put("TWIZA_MAIL_QUEUE", nowhere.get("TWIZA_MAIL_QUEUE") + "-missing");
    List<MailQueue.Delayed> sent = List.of(errand("IDEA#1", Duration.ZERO));
    assertThat(new SqsMailQueue(nowhere).send(sent)).isEqualTo(sent);
  }

  @Test
  void takes_what_has_to_be_done_for_juries_or_says_that_it_did_not() {
    Work rank = new Work(Work.Kind.RANK, "01KG0Z3V9QW7M4T2R8N6P5D1XA");
    assertThat(new SqsWorkQueue(elastic.environment()).send(List.of(rank))).isEmpty();
    assertThat(elastic.receiveWork())
        .extracting(message -> Work.parse(message.body()))
        .containsExactly(rank);
    Map<String, String> nowhere = new HashMap<>(elastic.environment());
    nowhere.put("TWIZA_JURY_QUEUE", nowhere.get("TWIZA_JURY_QUEUE") + "-missing");
    assertThat(new SqsWorkQueue(nowhere).send(List.of(rank))).containsExactly(rank);
  }
}
