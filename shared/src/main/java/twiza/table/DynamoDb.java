package twiza.table;

import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import twiza.settings.Aws;

/** The client of the table, as the environment of a function describes it. */
public final class DynamoDb {

  private static final int ATTEMPTS = 4;
  private static final Duration ATTEMPT = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(9);

  private DynamoDb() {}

  /**
   * @param environment {@code AWS_REGION}, and for another endpoint than the region's {@code
   *     AWS_ENDPOINT_URL_DYNAMODB} or {@code AWS_ENDPOINT_URL}; all may be missing
   */
  public static DynamoDbClient client(Map<String, String> environment) {
    return Aws.configure(DynamoDbClient.builder(), "DYNAMODB", environment)
        .overrideConfiguration(
            settings ->
                settings
                    .retryStrategy(
                        DefaultRetryStrategy.standardStrategyBuilder()
                            .maxAttempts(ATTEMPTS)
                            .build())
                    .apiCallAttemptTimeout(ATTEMPT)
                    .apiCallTimeout(CALL))
        .build();
  }
}
