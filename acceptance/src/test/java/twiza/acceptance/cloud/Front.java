package twiza.acceptance.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * The address under which people find the deployed site: what comes goes to its distribution in the
 * emulated CloudFront, which knows it by its host name. The mailbox stands where it stands on the
 * local runner.
 */
final class Front {

  private static final Set<String> NOT_FORWARDED =
      Set.of("host", "connection", "upgrade", "http2-settings", "content-length", "date");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final HttpServer server;
  private final URI endpoint;
  private final String domain;

  private Front(HttpServer server, URI endpoint, String domain) {
    this.server = server;
    this.endpoint = endpoint;
    this.domain = domain;
  }

  static Front start(URI endpoint, String domain, SesMails mails) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Front front = new Front(server, endpoint, domain);
    server.createContext("/", front::forward);
    server.createContext("/local/mailbox", exchange -> show(exchange, mails));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return front;
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private static void show(HttpExchange exchange, SesMails mails) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String to = URLDecoder.decode(query.substring("to=".length()), StandardCharsets.UTF_8);
    answer(exchange, 200, EmulatedCloud.JSON.writeValueAsBytes(mails.to(to)));
  }

  private void forward(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoint + exchange.getRequestURI().toString()))
            .header("Host", domain)
            .header("X-Forwarded-Proto", "https")
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> header(request, name, value)));
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (isForwarded(name)) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      answer(exchange, response.statusCode(), response.body());
    } catch (IOException e) {
      answer(exchange, 502, e.toString().getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer(exchange, 503, new byte[0]);
    }
  }

  private static void header(HttpRequest.Builder request, String name, String value) {
    if (isForwarded(name)) {
      request.header(name, value);
    }
  }

  private static boolean isForwarded(String header) {
    return !NOT_FORWARDED.contains(header.toLowerCase(Locale.ROOT));
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
