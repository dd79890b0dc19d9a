package twiza.settings;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** One way to set up every AWS client: from the environment that a function was given. */
public final class Aws {

  private Aws() {}

  /**
   * @param service as the SDK names it in {@code AWS_ENDPOINT_URL_<service>}
   */
  public static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> B configure(
      B builder, String service, Map<String, String> environment) {
    builder.httpClientBuilder(UrlConnectionHttpClient.builder());
    if (environment.containsKey("AWS_REGION")) {
      builder.region(Region.of(environment.get("AWS_REGION")));
    }
    Stream.of("AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL")
        .filter(environment::containsKey)
        .findFirst()
        .ifPresent(name -> builder.endpointOverride(URI.create(environment.get(name))));
    return builder;
  }
}
