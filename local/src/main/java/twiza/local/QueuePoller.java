package twiza.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import twiza.local.FunctionDefinition.QueueSource;

/** Gives a queue's messages to a function and deletes those it took. */
final class QueuePoller {
  private static final Logger LOG = LogManager.getLogger(QueuePoller.class);

  private final SqsClient client;
  private final String queueUrl;
  private final QueueSource source;
  private final LoadedFunction function;

  QueuePoller(SqsClient client, String queueUrl, QueueSource source, LoadedFunction function) {
    this.client = client;
    this.queueUrl = queueUrl;
    this.source = source;
    this.function = function;
  }

  /** Waits a second for messages and delivers those that came. */
  void poll() {
    List<Message> messages =
        client
            .receiveMessage(
                it ->
                    it.queueUrl(queueUrl)
                        .maxNumberOfMessages(Math.min(source.batchSize(), 10))
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All")
                        .waitTimeSeconds(1))
            .messages();
    if (!messages.isEmpty()) {
      deliver(messages);
    }
  }

  private void deliver(List<Message> messages) {
    Set<String> failed = failed(messages);
    for (Message message : messages) {
      if (!failed.contains(message.messageId())) {
        client.deleteMessage(it -> it.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
      }
    }
  }

  private Set<String> failed(List<Message> messages) {
    Set<String> failed = new HashSet<>();
    try {
      JsonNode answer = Json.read(function.invoke(Json.bytes(event(messages))));
      for (JsonNode failure : answer.path("batchItemFailures")) {
        failed.add(failure.path("itemIdentifier").asText());
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("{} failed on {} messages", function.definition().id(), messages.size(), e);
      messages.forEach(it -> failed.add(it.messageId()));
    }
    return failed;
  }

  private static void put(ObjectNode attribute, MessageAttributeValue value) {
    attribute.put("stringValue", value.stringValue()).put("dataType", value.dataType());
  }

  private ObjectNode event(List<Message> messages) {
    ObjectNode event = Json.object();
    ArrayNode records = event.putArray("Records");
    for (Message message : messages) {
      ObjectNode record = records.addObject();
      record.put("messageId", message.messageId()).put("receiptHandle", message.receiptHandle());
      record.put("body", message.body()).put("md5OfBody", message.md5OfBody());
      ObjectNode attributes = record.putObject("attributes");
      message.attributesAsStrings().forEach(attributes::put);
      ObjectNode own = record.putObject("messageAttributes");
      message.messageAttributes().forEach((name, value) -> put(own.putObject(name), value));
      record.put("eventSource", "aws:sqs").put("eventSourceARN", source.queueArn());
      record.put("awsRegion", Template.REGION);
    }
    return event;
  }
}
