package twiza.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import twiza.settings.Aws;

/** The mail queue on SQS. */
final class SqsMailQueue implements MailQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SqsMailQueue.class);
  private static final int MOST_AT_ONCE = 10;

  private final SqsClient client;
  private final String queueUrl;

  /**
   * @param environment names the queue as {@code TWIZA_MAIL_QUEUE}
   */
  SqsMailQueue(Map<String, String> environment) {
    this.client = Aws.configure(SqsClient.builder(), "SQS", environment).build();
    this.queueUrl = environment.get("TWIZA_MAIL_QUEUE");
  }

  @Override
  public List<Delayed> send(List<Delayed> errands) {
    List<Delayed> refused = new ArrayList<>();
    for (int from = 0; from < errands.size(); from += MOST_AT_ONCE) {
      refused.addAll(sendTen(errands.subList(from, Math.min(from + MOST_AT_ONCE, errands.size()))));
    }
    return refused;
  }

  private List<Delayed> sendTen(List<Delayed> errands) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (int i = 0; i < errands.size(); i++) {
      entries.add(entry(i, errands.get(i)));
    }
    try {
      List<BatchResultErrorEntry> failed =
          client.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries)).failed();
      return failed.stream().map(entry -> errands.get(Integer.parseInt(entry.id()))).toList();
    } catch (SdkException e) {
      LOG.warn("the mail queue took none of {} messages", errands.size(), e);
      return errands;
    }
  }

  /** Asks after the queue, and goes through sending to it. */
  void rehearse() {
    client.getQueueAttributes(request -> request.queueUrl(queueUrl));
    Errand nobodys = new Errand("IDEA#none", "EVENT#0000000001", "SUBMITTED", Errand.AUTHOR);
    send(List.of(new Delayed(nobodys, Duration.ZERO, "none")));
  }

  private static SendMessageBatchRequestEntry entry(int index, Delayed delayed) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageBody(delayed.errand().body())
        .messageAttributes(attributes(delayed.trace()))
        .delaySeconds(Math.toIntExact(delayed.delay().toSeconds()))
        .build();
  }

  private static Map<String, MessageAttributeValue> attributes(String trace) {
    return trace.isEmpty()
        ? Map.of()
        : Map.of(
            TRACE, MessageAttributeValue.builder().dataType("String").stringValue(trace).build());
  }

  @Override
  public void postpone(String receiptHandle, Duration wait) {
    client.changeMessageVisibility(
        request ->
            request
                .queueUrl(queueUrl)
                .receiptHandle(receiptHandle)
                .visibilityTimeout(Math.toIntExact(wait.toSeconds())));
  }
}
