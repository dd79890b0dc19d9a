package twiza.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import twiza.snapshot.Snapshot;

/** One way to set up every AWS client: from the environment that a function was given. */
public final class Aws {

  /** One for all clients, so that after a restore they are fetched once. */
  static final AwsCredentialsProvider CREDENTIALS = DefaultCredentialsProvider.builder().build();

  private Aws() {}

  /**
   * @param service as the SDK names it in {@code AWS_ENDPOINT_URL_<service>}
   */
  public static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> B configure(
      B builder, String service, Map<String, String> environment) {
    builder.httpClient(http()).credentialsProvider(CREDENTIALS);
    if (environment.containsKey("AWS_REGION")) {
      builder.region(Region.of(environment.get("AWS_REGION")));
    }
    endpoint(service, environment).ifPresent(builder::endpointOverride);
    return builder;
  }

  static Optional<URI> endpoint(String service, Map<String, String> environment) {
    return Stream.of("AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL")
        .filter(environment::containsKey)
        .findFirst()
        .map(name -> URI.create(environment.get(name)));
  }

  static SdkHttpClient http() {
    return new Careful(UrlConnectionHttpClient.create(Aws::connect));
  }

  /** A connection that a snapshot kept would be dead when it is restored. */
  private static HttpURLConnection connect(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      if (Snapshot.isBeingTaken()) {
        connection.setRequestProperty("Connection", "close");
      }
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
