package twiza.bench.floor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The second floor: a function that puts one item into the table. */
public final class PutFunction implements RequestHandler<Map<String, Object>, Map<String, Object>> {

  private final DynamoDbClient client =
      DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    AttributeValue key = AttributeValue.fromS("BENCH");
    client.putItem(
        put -> put.tableName(System.getenv("TWIZA_TABLE")).item(Map.of("PK", key, "SK", key)));
    return Map.of("statusCode", 200);
  }
}
