package twiza.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The parameter and the secrets of a deployment, over the protocol of SSM and Secrets Manager. */
public final class ParameterServices implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> SECRETS =
      Map.of(
          "index-key", "a key for fingerprints",
          "mail-account", "{\"username\":\"twiza\",\"password\":\"couscous\"}");

  private final HttpServer server;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile String settings;
  private final AtomicInteger linkKey = new AtomicInteger(1);

  /**
   * @param settings the value of the parameter
   */
  public ParameterServices(String settings) {
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

  public Map<String, String> environment() {
    String endpoint = "http://localhost:" + server.getAddress().getPort();
    return Map.of(
        "AWS_REGION", "eu-west-3",
        "AWS_ENDPOINT_URL_SSM", endpoint,
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint,
        "TWIZA_SETTINGS", "/twiza/settings",
        "TWIZA_LINK_KEY", "link-key",
        "TWIZA_INDEX_KEY", "index-key");
  }

  /** Gives the parameter another value. */
  public void change(String value) {
    settings = value;
  }

  /** Gives the key of links a new version; the one before stays as the previous one. */
  public void rotateLinkKey() {
    linkKey.incrementAndGet();
  }

  /** The next calls are answered with 503. */
  public void failNext(int times) {
    failures.set(times);
  }

  /** The operation and the signature of each call so far. */
  public List<String> calls() {
    return calls;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    calls.add(target + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    JsonNode asked = JSON.readTree(exchange.getRequestBody());
    ObjectNode answer = JSON.createObjectNode();
    int status = 200;
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      status = 503;
    } else if (target.equals("AmazonSSM.GetParameter")) {
      answer.putObject("Parameter").put("Name", asked.path("Name").asText()).put("Value", settings);
    } else if (!secret(asked, answer)) {
      status = 400;
      answer.put("__type", "ResourceNotFoundException");
    }
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private boolean secret(JsonNode asked, ObjectNode answer) {
    String id = asked.path("SecretId").asText();
    int age = asked.path("VersionStage").asText().equals("AWSPREVIOUS") ? 1 : 0;
    int version = id.equals("link-key") ? linkKey.get() - age : 1 - age;
    if (version == 0) {
      return false;
    }
    String linkKeys = "a key that signs links, as long as SHA-256 wants it, number " + version;
    answer
        .put("VersionId", "00000000-0000-0000-0000-00000000000" + version)
        .put("SecretString", SECRETS.getOrDefault(id, linkKeys));
    return true;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
