package twiza.settings;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import twiza.access.Busy;
import twiza.snapshot.Snapshot;

/**
 * A bucket of S3, as far as it is needed: whole objects are read, written and deleted, signed as
 * the SDK signs. The SDK's own client for S3 would be a fifth of the zip of the one module that
 * keeps objects.
 */
public final class AwsBucket {

  private static final int ATTEMPTS = 4;
  private static final int FIRST_WAIT_MILLIS = 50;

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient http = Aws.http();
  private final String region;
  private final URI address;

  /**
   * @param name of the bucket; without dots, as CloudFormation makes them
   * @param environment {@code AWS_REGION}, and for another endpoint than the region's {@code
   *     AWS_ENDPOINT_URL_S3} or {@code AWS_ENDPOINT_URL}
   */
  public AwsBucket(String name, Map<String, String> environment) {
    this.region = environment.get("AWS_REGION");
    this.address =
        Aws.endpoint("S3", environment)
            .map(endpoint -> URI.create(endpoint.toString().replaceFirst("/$", "") + "/" + name))
            .orElseGet(() -> address(name, Region.of(environment.get("AWS_REGION"))));
  }

  private static URI address(String name, Region region) {
    String suffix = PartitionMetadata.of(region).dnsSuffix();
    return URI.create("https://" + name + ".s3." + region.id() + "." + suffix);
  }

  /** What the service said. */
  private record Answer(int status, SdkBytes body) {}

  /**
   * The object; empty when there is none.
   *
   * @param key letters, digits, {@code . _ - /}
   * @throws Busy when the service can't be reached, or has too much to do, several times in a row
   * @throws IllegalStateException while a snapshot is being taken, or when the service refuses
   */
  public Optional<byte[]> get(String key) {
    Answer answer = call(SdkHttpMethod.GET, key, new byte[0]);
    return answer.status == 404
        ? Optional.empty()
        : Optional.of(done(answer).body.asByteArrayUnsafe());
  }

  /** Keeps an object, in the place of the one with its key. */
  public void put(String key, byte[] content) {
    done(call(SdkHttpMethod.PUT, key, content));
  }

  /** Deletes an object, if there is one. */
  public void delete(String key) {
    Answer answer = call(SdkHttpMethod.DELETE, key, new byte[0]);
    if (answer.status != 404) {
      done(answer);
    }
  }

  private static Answer done(Answer answer) {
    if (answer.status / 100 != 2) {
      throw new IllegalStateException("S3 answered " + answer.status);
    }
    return answer;
  }

  private Answer call(SdkHttpMethod method, String key, byte[] content) {
    if (Snapshot.isBeingTaken()) {
      throw new IllegalStateException("objects are read and written after a restore");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        HttpExecuteResponse response = http.prepareRequest(request(method, key, content)).call();
        Answer answer = new Answer(response.httpResponse().statusCode(), body(response));
        if (answer.status < 500 && answer.status != 429) {
          return answer;
        }
        pause(attempt, new IOException("S3 answered " + answer.status));
      } catch (IOException e) {
        pause(attempt, e);
      }
    }
  }

  private HttpExecuteRequest request(SdkHttpMethod method, String key, byte[] content) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(method).uri(URI.create(address + "/" + key));
    if (method == SdkHttpMethod.PUT) {
      request.putHeader("Content-Length", Integer.toString(content.length));
      request.putHeader("Content-Type", "application/octet-stream");
    }
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(Aws.CREDENTIALS.resolveCredentials())
                    .request(request.build())
                    .payload(ContentStreamProvider.fromByteArray(content))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
    HttpExecuteRequest.Builder executed = HttpExecuteRequest.builder().request(signed.request());
    if (method == SdkHttpMethod.PUT) {
      executed.contentStreamProvider(signed.payload().orElseThrow());
    }
    return executed.build();
  }

  private static SdkBytes body(HttpExecuteResponse response) throws IOException {
    try (AbortableInputStream stream =
        response.responseBody().orElseGet(AbortableInputStream::createEmpty)) {
      return SdkBytes.fromByteArrayUnsafe(stream.readAllBytes());
    }
  }

  private static void pause(int attempt, IOException failure) {
    if (attempt == ATTEMPTS) {
      throw new Busy(failure);
    }
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_WAIT_MILLIS << attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(e);
    }
  }
}
