package twiza.local;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The runner's own clients of its services. */
final class Aws {
  static final String CREDENTIAL = "local";

  private Aws() {}

  static DynamoDbClient tables(URI endpoint) {
    return at(endpoint, DynamoDbClient.builder()).build();
  }

  static DynamoDbStreamsClient streams(URI endpoint) {
    return at(endpoint, DynamoDbStreamsClient.builder()).build();
  }

  static SqsClient queues(URI endpoint) {
    return at(endpoint, SqsClient.builder()).build();
  }

  private static <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B at(
      URI endpoint, B builder) {
    var credentials = AwsBasicCredentials.create(CREDENTIAL, CREDENTIAL);
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(Template.REGION))
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
