package twiza.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** A table's stream records as Lambda gives them to a function. */
final class StreamRecords {
  private StreamRecords() {}

  static ObjectNode json(Record record, String streamArn) {
    ObjectNode json = Json.object();
    json.put("eventID", record.eventID()).put("eventName", record.eventNameAsString());
    json.put("eventVersion", record.eventVersion()).put("eventSource", "aws:dynamodb");
    json.put("awsRegion", Template.REGION).put("eventSourceARN", streamArn);
    StreamRecord change = record.dynamodb();
    ObjectNode dynamodb = json.putObject("dynamodb");
    if (change.approximateCreationDateTime() != null) {
      dynamodb.put(
          "ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    }
    putItem(dynamodb, "Keys", change.hasKeys(), change.keys());
    putItem(dynamodb, "NewImage", change.hasNewImage(), change.newImage());
    putItem(dynamodb, "OldImage", change.hasOldImage(), change.oldImage());
    dynamodb.put("SequenceNumber", change.sequenceNumber()).put("SizeBytes", change.sizeBytes());
    dynamodb.put("StreamViewType", change.streamViewTypeAsString());
    return json;
  }

  private static void putItem(
      ObjectNode json, String name, boolean present, Map<String, AttributeValue> item) {
    if (present) {
      json.set(name, item(item));
    }
  }

  private static ObjectNode item(Map<String, AttributeValue> item) {
    ObjectNode json = Json.object();
    item.forEach((name, value) -> json.set(name, attribute(value)));
    return json;
  }

  private static JsonNode attribute(AttributeValue value) {
    ObjectNode json = Json.object();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case B -> json.put("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
      case SS -> value.ss().forEach(json.putArray("SS")::add);
      case NS -> value.ns().forEach(json.putArray("NS")::add);
      case BS ->
          value
              .bs()
              .forEach(
                  it ->
                      json.withArray("BS")
                          .add(Base64.getEncoder().encodeToString(it.asByteArray())));
      case L -> value.l().forEach(it -> json.withArray("L").add(attribute(it)));
      case M -> json.set("M", item(value.m()));
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("unknown attribute type");
    }
    if (value.hasL()) {
      json.withArray("L");
    }
    return json;
  }
}
