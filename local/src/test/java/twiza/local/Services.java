package twiza.local;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The clients of a test's functions, made from their environment as in the cloud. */
final class Services {
  private final Map<String, String> environment;

  Services(Map<String, String> environment) {
    this.environment = environment;
  }

  DynamoDbClient tables() {
    return at("DYNAMODB", DynamoDbClient.builder()).build();
  }

  SqsClient queues() {
    return at("SQS", SqsClient.builder()).build();
  }

  String settings() {
    try (SsmClient client = at("SSM", SsmClient.builder()).build()) {
      return client
          .getParameter(it -> it.name(environment.get("SETTINGS")).withDecryption(true))
          .parameter()
          .value();
    }
  }

  String key() {
    try (SecretsManagerClient client =
        at("SECRETS_MANAGER", SecretsManagerClient.builder()).build()) {
      return client.getSecretValue(it -> it.secretId(environment.get("KEY"))).secretString();
    }
  }

  private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B at(
      String service, B builder) {
    return builder
        .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_" + service)))
        .region(Region.of(environment.get("AWS_REGION")))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
