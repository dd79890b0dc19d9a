package twiza.settings;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import twiza.snapshot.Snapshot;

/**
 * Changes nothing while a snapshot is being taken: what is not known to only read is not sent then,
 * and answered as done.
 */
final class Careful implements SdkHttpClient {

  private static final Set<String> READS =
      Set.of(
          "DynamoDB_20120810.GetItem", "DynamoDB_20120810.Query", "AmazonSQS.GetQueueAttributes");
  private static final byte[] DONE = "{}".getBytes(StandardCharsets.UTF_8);

  private final SdkHttpClient client;

  Careful(SdkHttpClient client) {
    this.client = client;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return Snapshot.isBeingTaken() && !onlyReads(request.httpRequest())
        ? new NotSent()
        : client.prepareRequest(request);
  }

  private static boolean onlyReads(SdkHttpRequest request) {
    return request.firstMatchingHeader("X-Amz-Target").filter(READS::contains).isPresent();
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }

  private static final class NotSent implements ExecutableHttpRequest {

    @Override
    public HttpExecuteResponse call() {
      return HttpExecuteResponse.builder()
          .response(SdkHttpResponse.builder().statusCode(200).build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(DONE)))
          .build();
    }

    @Override
    public void abort() {}
  }
}
