package twiza.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** Makes the tables of the template, those that are not there yet. */
final class Tables {
  private final DynamoDbClient client;

  Tables(DynamoDbClient client) {
    this.client = client;
  }

  void create(Template template, Names names) {
    List<String> present = client.listTables().tableNames();
    for (Resource table : template.resources("AWS::DynamoDB::Table")) {
      if (!present.contains(LocalNames.name(table))) {
        create(LocalNames.name(table), template.properties(table, names));
      }
    }
  }

  /** The stream of a table of the template, whose ARN DynamoDB Local has made up. */
  String streamArn(Resource table) {
    return client
        .describeTable(it -> it.tableName(LocalNames.name(table)))
        .table()
        .latestStreamArn();
  }

  private void create(String name, Map<String, Object> properties) {
    CreateTableRequest.Builder table =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                maps(properties, "AttributeDefinitions").map(Tables::attribute).toList())
            .keySchema(keys(properties));
    List<GlobalSecondaryIndex> indexes =
        maps(properties, "GlobalSecondaryIndexes").map(Tables::index).toList();
    if (!indexes.isEmpty()) {
      table.globalSecondaryIndexes(indexes);
    }
    Map<String, Object> stream = Tree.map(properties.get("StreamSpecification"));
    if (!stream.isEmpty()) {
      table.streamSpecification(stream(stream));
    }
    client.createTable(table.build());
    client.waiter().waitUntilTableExists(it -> it.tableName(name));
    expire(name, Tree.map(properties.get("TimeToLiveSpecification")));
  }

  private void expire(String name, Map<String, Object> timeToLive) {
    if (Tree.isTrue(timeToLive.get("Enabled"))) {
      String attribute = Tree.text(timeToLive.get("AttributeName"));
      client.updateTimeToLive(
          it ->
              it.tableName(name)
                  .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
    }
  }

  private static Stream<Map<String, Object>> maps(Map<String, Object> properties, String name) {
    return Tree.list(properties.get(name)).stream().map(Tree::map);
  }

  private static AttributeDefinition attribute(Map<String, Object> attribute) {
    return AttributeDefinition.builder()
        .attributeName(Tree.text(attribute.get("AttributeName")))
        .attributeType(Tree.text(attribute.get("AttributeType")))
        .build();
  }

  private static List<KeySchemaElement> keys(Map<String, Object> properties) {
    return maps(properties, "KeySchema")
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(Tree.text(key.get("AttributeName")))
                    .keyType(Tree.text(key.get("KeyType")))
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(Map<String, Object> index) {
    Map<String, Object> projection = Tree.map(index.get("Projection"));
    List<String> attributes =
        Tree.list(projection.get("NonKeyAttributes")).stream().map(Tree::text).toList();
    Projection.Builder projected =
        Projection.builder().projectionType(Tree.text(projection.get("ProjectionType")));
    if (!attributes.isEmpty()) {
      projected.nonKeyAttributes(attributes);
    }
    return GlobalSecondaryIndex.builder()
        .indexName(Tree.text(index.get("IndexName")))
        .keySchema(keys(index))
        .projection(projected.build())
        .build();
  }

  private static StreamSpecification stream(Map<String, Object> stream) {
    return StreamSpecification.builder()
        .streamEnabled(true)
        .streamViewType(Tree.text(stream.get("StreamViewType")))
        .build();
  }
}
