package twiza.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Speaks HTTP to the running system, as anybody could. Immutable: each variation is a new caller.
 */
final class Caller {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final URI base;
  private final Map<String, String> headers;

  Caller(URI base) {
    this(base, Map.of("Accept-Language", "en"));
  }

  private Caller(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    String text(String field) {
      return json().path(field).asText();
    }
  }

  Caller with(String header, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(header, value);
    return new Caller(base, more);
  }

  Caller bearing(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** Calls from another network address than everybody else. */
  Caller from(String address) {
    return with("X-Local-Source-Ip", address);
  }

  /** What it sends as a header. */
  String header(String name) {
    return headers.get(name);
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  Answer head(String path) {
    return send("HEAD", path, BodyPublishers.noBody(), Map.of());
  }

  Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), Map.of());
  }

  Answer post(String path, Object body) {
    return send("POST", path, json(body), Map.of("Content-Type", "application/json"));
  }

  Answer put(String path, Object body) {
    return send("PUT", path, json(body), Map.of("Content-Type", "application/json"));
  }

  Answer postBytes(String path, String type, byte[] body) {
    return send("POST", path, BodyPublishers.ofByteArray(body), Map.of("Content-Type", type));
  }

  /** Sends a body of any type with any method. */
  Answer send(String method, String path, String type, byte[] body) {
    return send(method, path, BodyPublishers.ofByteArray(body), Map.of("Content-Type", type));
  }

  Answer postForm(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return postBytes(
        path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofString(
          body instanceof String text ? text : JSON.writeValueAsString(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> more) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).method(method, body);
    headers.forEach(request::setHeader);
    more.forEach(request::setHeader);
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      Map<String, String> received =
          response.headers().map().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join(", ", e.getValue())));
      return new Answer(response.statusCode(), received, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
