package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** API Gateway's HTTP API: from a request to the function of its route and back. */
final class Gateway {
  private static final Logger LOG = LogManager.getLogger(Gateway.class);

  private final Functions functions;
  private final Routes routes;
  private final InstantSource clock;

  Gateway(Functions functions, InstantSource clock) {
    this.functions = functions;
    this.routes = new Routes(functions.routes());
    this.clock = clock;
  }

  /** Whether a route is about this address, and not about whatever has no other. */
  boolean expects(Request request) {
    boolean api = request.routePath().equals("/api") || request.path().startsWith("/api/");
    return api
        || routes
            .find(request.method(), request.routePath())
            .filter(it -> !it.route().takesAll())
            .isPresent();
  }

  /** The answer of the function that the template routes the request to; empty where none is. */
  Optional<Reply> answer(Request request) {
    return routes.find(request.method(), request.routePath()).map(it -> call(request, it));
  }

  private Reply call(Request request, Routes.Match match) {
    String id = match.route().function();
    try {
      byte[] event = GatewayEvent.json(request, match, clock.instant());
      return reply(Json.read(functions.find(id).orElseThrow().invoke(event)));
    } catch (RuntimeException | Error e) {
      LOG.error("{} failed on {}", id, match.route().key(), e);
      return Reply.gateway(500, "Internal Server Error");
    }
  }

  private static Reply reply(JsonNode answer) {
    if (!answer.has("statusCode")) {
      return Reply.of(200, "application/json", Json.bytes(answer));
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("content-type", List.of("application/json"));
    answer.path("headers").properties().forEach(it -> put(headers, it.getKey(), it.getValue()));
    answer
        .path("multiValueHeaders")
        .properties()
        .forEach(it -> put(headers, it.getKey(), it.getValue()));
    put(headers, "set-cookie", answer.path("cookies"));
    return new Reply(answer.get("statusCode").asInt(), headers, body(answer));
  }

  private static void put(Map<String, List<String>> headers, String name, JsonNode value) {
    List<String> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(it -> values.add(it.asText()));
    } else if (!value.isMissingNode() && !value.isNull()) {
      values.add(value.asText());
    }
    if (!values.isEmpty()) {
      headers.put(name.toLowerCase(Locale.ROOT), values);
    }
  }

  private static byte[] body(JsonNode answer) {
    String body = answer.path("body").asText("");
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(UTF_8);
  }
}
