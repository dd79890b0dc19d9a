package twiza.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The primary key of an item. */
record Key(String partition, String sort) {

  Map<String, AttributeValue> attributes() {
    return Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS(sort));
  }
}
