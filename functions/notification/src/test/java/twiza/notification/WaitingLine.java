package twiza.notification;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A mail queue that gives out everything at once, and keeps what was not done. */
final class WaitingLine implements MailQueue {

  private static final class Waiting {
    final Delayed delayed;
    int received;

    Waiting(Delayed delayed) {
      this.delayed = delayed;
    }
  }

  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private final Map<String, Duration> postponed = new LinkedHashMap<>();
  private String refused = "";
  private int count;

  /** From now on, what is for this recipient is not taken. */
  void refuse(String recipient) {
    refused = recipient;
  }

  @Override
  public List<Delayed> send(List<Delayed> errands) {
    List<Delayed> left = new ArrayList<>();
    for (Delayed delayed : errands) {
      if (delayed.errand().recipient().equals(refused)) {
        left.add(delayed);
      } else {
        count++;
        waiting.put("message-" + count, new Waiting(delayed));
      }
    }
    return left;
  }

  @Override
  public void postpone(String receiptHandle, Duration wait) {
    postponed.put(receiptHandle, wait);
  }

  List<Delayed> all() {
    return waiting.values().stream().map(w -> w.delayed).toList();
  }

  /** How long each message was last told to wait. */
  List<Duration> waits() {
    return List.copyOf(postponed.values());
  }

  SQSEvent receive() {
    List<SQSMessage> messages = new ArrayList<>();
    waiting.forEach((id, w) -> messages.add(message(id, w)));
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }

  private static SQSMessage message(String id, Waiting waiting) {
    waiting.received++;
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setReceiptHandle(id);
    message.setBody(waiting.delayed.errand().body());
    MessageAttribute trace = new MessageAttribute();
    trace.setStringValue(waiting.delayed.trace());
    message.setMessageAttributes(Map.of(TRACE, trace));
    message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(waiting.received)));
    return message;
  }

  /** What was received is gone, but for what failed. */
  void settle(SQSBatchResponse response) {
    Set<String> failed =
        response.getBatchItemFailures().stream()
            .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
            .collect(Collectors.toSet());
    waiting.keySet().retainAll(failed);
  }
}
