package twiza.notification;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Items of the table as its stream hands them to a function. */
final class StreamRecords {

  private StreamRecords() {}

  static DynamodbEvent of(
      List<Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>> items) {
    List<DynamodbStreamRecord> records = new ArrayList<>();
    for (var item : items) {
      records.add(record(Integer.toString(records.size() + 1), image(item)));
    }
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(records);
    return event;
  }

  static DynamodbStreamRecord record(String sequence, Map<String, AttributeValue> image) {
    StreamRecord change = new StreamRecord();
    change.setSequenceNumber(sequence);
    change.setNewImage(image);
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName("INSERT");
    record.setDynamodb(change);
    return record;
  }

  private static Map<String, AttributeValue> image(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item) {
    Map<String, AttributeValue> image = new HashMap<>();
    item.forEach((name, value) -> image.put(name, attribute(value)));
    return image;
  }

  private static AttributeValue attribute(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
    AttributeValue attribute = new AttributeValue();
    switch (value.type()) {
      case S -> attribute.setS(value.s());
      case N -> attribute.setN(value.n());
      case BOOL -> attribute.setBOOL(value.bool());
      case SS -> attribute.setSS(value.ss());
      case M -> attribute.setM(image(value.m()));
      case L -> attribute.setL(value.l().stream().map(StreamRecords::attribute).toList());
      case NUL, B, NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("events have no " + value.type());
    }
    return attribute;
  }
}
