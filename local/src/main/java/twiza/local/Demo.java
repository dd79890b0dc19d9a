package twiza.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Fills an empty bank with ideas to show, the way people do: form, mails, links. */
final class Demo {
  private static final String IDEAS = "/demo/ideas.json";
  private static final String MODERATOR = "moderator@example.org";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final RunningSystem system;
  private final HttpClient client = HttpClient.newHttpClient();

  Demo(RunningSystem system) {
    this.system = system;
  }

  /**
   * Submits, confirms and approves each idea; does nothing when the bank has one already.
   *
   * @throws IllegalStateException when the system refuses an idea or a mail does not come
   */
  void fillEmptyBank() throws IOException, InterruptedException {
    if (call("GET", "/api/ideas?limit=1", Optional.empty(), null).path("items").isEmpty()) {
      for (JsonNode idea : ideas()) {
        publish(idea);
      }
    }
  }

  static JsonNode ideas() throws IOException {
    try (InputStream in = Demo.class.getResourceAsStream(IDEAS)) {
      return Json.read(in.readAllBytes());
    }
  }

  private void publish(JsonNode idea) throws IOException, InterruptedException {
    String author = idea.path("author").path("email").asText();
    String id = call("POST", "/api/ideas", Optional.empty(), idea).path("id").asText();
    String confirmation = token("/confirm/", it -> it.to().equalsIgnoreCase(author));
    ObjectNode confirm = Json.object().put("token", confirmation);
    call("POST", "/api/ideas/confirmation", Optional.empty(), confirm);
    String title = idea.path("title").asText();
    Predicate<Mail> asked = it -> it.to().equalsIgnoreCase(MODERATOR) && tells(it, title);
    Optional<String> decision = Optional.of(token("/decide/", asked));
    JsonNode sheet = call("GET", "/api/moderation/decision", decision, null);
    if (!sheet.path("id").asText().equals(id)) {
      throw new IllegalStateException("the link to decide on " + id + " opens another idea");
    }
    ObjectNode approval = Json.object().put("choice", "APPROVE").put("reason", "");
    approval.put("revision", sheet.path("revision").asInt());
    call("POST", "/api/moderation/decision", decision, approval);
  }

  private static boolean tells(Mail mail, String title) {
    return mail.text().replaceAll("\\s+", " ").contains(title);
  }

  /** The token of the first link to a page in the newest mail that fits. */
  private String token(String page, Predicate<Mail> wanted) throws InterruptedException {
    Mail mail =
        system.mailbox().await(it -> wanted.test(it) && link(it, page).isPresent(), PATIENCE);
    String link = link(mail, page).orElseThrow();
    return link.substring(link.indexOf("#token=") + "#token=".length());
  }

  private static Optional<String> link(Mail mail, String page) {
    return mail.links().stream().filter(it -> it.contains(page + "#token=")).findFirst();
  }

  private JsonNode call(String method, String path, Optional<String> credential, JsonNode body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(system.baseUrl() + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(Json.bytes(body)));
    credential.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "the demo got %d for %s %s".formatted(response.statusCode(), method, path));
    }
    return Json.read(response.body());
  }
}
