package twiza.table;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

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
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(DefaultCredentialsProvider.builder().build())
            .overrideConfiguration(
                settings ->
                    settings
                        .retryStrategy(
                            DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build())
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL));
    Optional.ofNullable(environment.get("AWS_REGION")).map(Region::of).ifPresent(builder::region);
    Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_DYNAMODB"))
        .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")))
        .map(URI::create)
        .ifPresent(builder::endpointOverride);
    return builder.build();
  }
}
