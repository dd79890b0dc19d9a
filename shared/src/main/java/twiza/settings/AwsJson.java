package twiza.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
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
 * Calls a service of AWS that speaks JSON, signed as the SDK signs. For the one operation that is
 * needed of SSM and of Secrets Manager, their clients would be a third of each function's zip.
 */
final class AwsJson {

  private static final int ATTEMPTS = 4;
  private static final int FIRST_WAIT_MILLIS = 50;

  private final ObjectMapper json = new ObjectMapper();
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient http = Aws.http();
  private final String service;
  private final String region;
  private final URI endpoint;

  /**
   * @param service as its signatures name it
   * @param variable as {@code AWS_ENDPOINT_URL_<variable>} names it
   */
  AwsJson(String service, String variable, Map<String, String> environment) {
    this.service = service;
    this.region = environment.get("AWS_REGION");
    this.endpoint =
        Aws.endpoint(variable, environment)
            .orElseGet(() -> endpoint(service, Region.of(environment.get("AWS_REGION"))));
  }

  private static URI endpoint(String service, Region region) {
    String suffix = PartitionMetadata.of(region).dnsSuffix();
    return URI.create("https://" + service + "." + region.id() + "." + suffix);
  }

  /** What the service said, and whether it did as it was asked. */
  record Answer(boolean done, JsonNode body) {

    /** Whether it refused for this reason, such as {@code ResourceNotFoundException}. */
    boolean isRefused(String reason) {
      String type = body.path("__type").asText();
      return !done && type.substring(type.indexOf('#') + 1).equals(reason);
    }
  }

  /**
   * @param target the operation, such as {@code AmazonSSM.GetParameter}
   * @throws Busy when the service can't be reached, or has too much to do, several times in a row
   * @throws IllegalStateException while a snapshot is being taken, which must hold no secret
   */
  Answer call(String target, Map<String, String> input) {
    if (Snapshot.isBeingTaken()) {
      throw new IllegalStateException("settings and keys are read after a restore");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        HttpExecuteResponse response = http.prepareRequest(request(target, input)).call();
        int status = response.httpResponse().statusCode();
        Answer answer = new Answer(status == 200, body(response));
        if (status < 500 && !answer.isRefused("ThrottlingException")) {
          return answer;
        }
        pause(attempt, new IOException(target + " answered " + status));
      } catch (IOException e) {
        pause(attempt, e);
      }
    }
  }

  /** Signs a request and reads an answer, without a call. */
  void rehearse() {
    try {
      request("Rehearsal", Map.of("Name", "none"));
      read("{}");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpExecuteRequest request(String target, Map<String, String> input)
      throws JsonProcessingException {
    byte[] body = json.writeValueAsBytes(input);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("Content-Length", Integer.toString(body.length))
            .putHeader("X-Amz-Target", target)
            .build();
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(Aws.CREDENTIALS.resolveCredentials())
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    return HttpExecuteRequest.builder()
        .request(signed.request())
        .contentStreamProvider(signed.payload().orElseThrow())
        .build();
  }

  private JsonNode body(HttpExecuteResponse response) throws IOException {
    try (AbortableInputStream stream =
        response.responseBody().orElseGet(AbortableInputStream::createEmpty)) {
      return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** What stands between us and the service may answer with a page. */
  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      return json.missingNode();
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
