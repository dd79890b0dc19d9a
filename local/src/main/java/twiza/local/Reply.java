package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer over HTTP. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, Map<String, List<String>> headers, byte[] body) {
  static Reply of(int status, String contentType, byte[] body) {
    return new Reply(status, Map.of("content-type", List.of(contentType)), body);
  }

  static Reply json(int status, JsonNode body) {
    return of(status, "application/json", Json.bytes(body)).with("cache-control", "no-store");
  }

  static Reply html(String body) {
    return of(200, "text/html; charset=utf-8", body.getBytes(UTF_8))
        .with("cache-control", "no-store");
  }

  /** A problem document of the runner's own addresses. */
  static Reply problem(int status, String code, String detail) {
    var problem = Json.object();
    problem.put("type", "about:blank").put("title", detail).put("status", status);
    return of(status, "application/problem+json", Json.bytes(problem.put("code", code)));
  }

  /** What API Gateway says by itself. */
  static Reply gateway(int status, String message) {
    return of(status, "application/json", Json.bytes(Json.object().put("message", message)));
  }

  /** The same answer with one header more, or another value for it. */
  Reply with(String name, String value) {
    Map<String, List<String>> all = new LinkedHashMap<>(headers);
    all.put(name, List.of(value));
    return new Reply(status, all, body);
  }

  Reply withBody(byte[] other) {
    return new Reply(status, headers, other);
  }
}
