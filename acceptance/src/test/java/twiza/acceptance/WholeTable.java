package twiza.acceptance;

import static java.util.stream.Collectors.joining;

import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every item of the table, which only a test may ask for. */
final class WholeTable {

  private WholeTable() {}

  /** All items as text. */
  static String text() {
    return items().stream().collect(joining("\n"));
  }

  /** The items in which these words stand, as text. */
  static List<String> itemsWith(String words) {
    return items().stream().filter(item -> item.contains(words)).sorted().toList();
  }

  private static List<String> items() {
    try (DynamoDbClient client = client()) {
      String name = Running.tableName();
      return client
          .scanPaginator(scan -> scan.tableName(name).consistentRead(true))
          .items()
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.EU_WEST_3)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .endpointOverride(Running.tableEndpoint())
        .build();
  }
}
