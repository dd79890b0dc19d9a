package twiza.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Somebody who calls the system from outside. */
final class Visitor {
  private final RunningSystem system;
  private final HttpClient client = HttpClient.newHttpClient();

  Visitor(RunningSystem system) {
    this.system = system;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> head(String path) throws IOException, InterruptedException {
    return send(request(path).HEAD());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path).header("Content-Type", "text/plain").POST(BodyPublishers.ofString(body)));
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return Json.read(get(path).body());
  }

  /** Takes messages from a queue until one fits; fails after ten waits of two seconds. */
  String nextOf(String queue, Predicate<String> wanted) {
    try (SqsClient queues = Aws.queues(system.queueEndpoint())) {
      String url = queues.getQueueUrl(it -> it.queueName("twiza-" + queue)).queueUrl();
      for (int i = 0; i < 10; i++) {
        for (Message message :
            queues.receiveMessage(it -> it.queueUrl(url).waitTimeSeconds(2)).messages()) {
          if (wanted.test(message.body())) {
            return message.body();
          }
        }
      }
      throw new AssertionError("nothing that fits came to " + queue);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(system.baseUrl() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
