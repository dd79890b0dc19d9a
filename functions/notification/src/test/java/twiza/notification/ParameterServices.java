package twiza.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** The parameter and the secrets of a deployment, over the protocol of SSM and Secrets Manager. */
final class ParameterServices implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> SECRETS =
      Map.of(
          "link-key", "a key that signs links, as long as SHA-256 wants it, and longer still",
          "index-key", "a key for fingerprints",
          "mail-account", "{\"username\":\"twiza\",\"password\":\"couscous\"}");

  private final HttpServer server;
  private final String settings;

  /**
   * @param settings the value of the parameter
   */
  ParameterServices(String settings) {
    this.settings = settings;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  Map<String, String> environment() {
    String endpoint = "http://localhost:" + server.getAddress().getPort();
    return Map.of(
        "AWS_REGION", "eu-west-3",
        "AWS_ENDPOINT_URL_SSM", endpoint,
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint,
        "TWIZA_SETTINGS", "/twiza/settings",
        "TWIZA_LINK_KEY", "link-key",
        "TWIZA_INDEX_KEY", "index-key");
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode asked = JSON.readTree(exchange.getRequestBody());
    ObjectNode answer = JSON.createObjectNode();
    int status = 200;
    if (exchange.getRequestHeaders().getFirst("X-Amz-Target").endsWith("GetParameter")) {
      answer.putObject("Parameter").put("Name", asked.path("Name").asText()).put("Value", settings);
    } else if (asked.path("VersionStage").asText().equals("AWSPREVIOUS")) {
      status = 400;
      answer.put("__type", "ResourceNotFoundException");
    } else {
      answer
          .put("VersionId", "00000000-0000-0000-0000-000000000001")
          .put("SecretString", SECRETS.get(asked.path("SecretId").asText()));
    }
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
