package twiza.table;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A fresh, empty table on DynamoDB Local, with the keys and indexes of the real one. It has no TTL:
 * nothing may depend on when an expired item is cleaned away, and tests set their own clock. Nor
 * has it a stream: the local runner's table has, and many streams make DynamoDB Local slow.
 */
public final class LocalTable implements AutoCloseable {

  private static final List<String> INDEXES = List.of("GSI1", "GSI2", "GSI3");
  private static final DynamoDbClient CLIENT = builder().build();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String ACCESS_KEY = "test";

  private final String name =
      "twiza-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();

  private LocalTable() {}

  public static LocalTable create() {
    LocalTable table = new LocalTable();
    CLIENT.createTable(
        create ->
            create
                .tableName(table.name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    Stream.concat(Stream.of(""), INDEXES.stream())
                        .flatMap(index -> Stream.of(index + "PK", index + "SK"))
                        .map(LocalTable::text)
                        .toList())
                .keySchema(keys(""))
                .globalSecondaryIndexes(INDEXES.stream().map(LocalTable::index).toList()));
    return table;
  }

  public DynamoDbClient client() {
    return CLIENT;
  }

  public String name() {
    return name;
  }

  /** A client of the same table whose requests something listens to, such as a {@link Meter}. */
  public DynamoDbClient client(ExecutionInterceptor listener) {
    return builder().overrideConfiguration(c -> c.addExecutionInterceptor(listener)).build();
  }

  /** What a function's environment says of this table; its credentials are set for this JVM. */
  public Map<String, String> environment() {
    System.setProperty("aws.accessKeyId", ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", ACCESS_KEY);
    return Map.of(
        "TWIZA_TABLE", name,
        "AWS_REGION", Region.EU_WEST_3.id(),
        "AWS_ENDPOINT_URL_DYNAMODB", LocalDynamoDb.endpoint().toString());
  }

  /** Drops the table, so that a large one is no burden on the tests that follow. */
  @Override
  public void close() {
    CLIENT.deleteTable(delete -> delete.tableName(name));
  }

  /** Every item, which only a test may ask for. */
  public List<Map<String, AttributeValue>> everything() {
    return CLIENT.scanPaginator(scan -> scan.tableName(name).consistentRead(true)).items().stream()
        .toList();
  }

  private static DynamoDbClientBuilder builder() {
    return DynamoDbClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.EU_WEST_3)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, ACCESS_KEY)))
        .endpointOverride(LocalDynamoDb.endpoint());
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static GlobalSecondaryIndex index(String name) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(name))
        .projection(projection -> projection.projectionType(ProjectionType.ALL))
        .build();
  }

  private static List<KeySchemaElement> keys(String prefix) {
    return List.of(key(prefix + "PK", KeyType.HASH), key(prefix + "SK", KeyType.RANGE));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
