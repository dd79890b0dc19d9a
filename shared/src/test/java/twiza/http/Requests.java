package twiza.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as the HTTP API hands it to a function, such as {@code
 * Requests.get("/api/ideas/{id}").path("id", id).at(noon).event()}.
 */
public final class Requests {

  /** When a request is received unless a test says otherwise. */
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final String method;
  private final String route;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> path = new LinkedHashMap<>();
  private final Map<String, String> query = new LinkedHashMap<>();
  private final List<String> cookies = new ArrayList<>();
  private String body;
  private boolean base64;
  private Instant at = NOON;
  private String source = "203.0.113.7";

  private Requests(String method, String route) {
    this.method = method;
    this.route = route;
  }

  /**
   * @param route as in a route key, such as {@code /api/ideas/{id}}
   */
  public static Requests get(String route) {
    return new Requests("GET", route);
  }

  public static Requests head(String route) {
    return new Requests("HEAD", route);
  }

  public static Requests post(String route) {
    return new Requests("POST", route);
  }

  public static Requests put(String route) {
    return new Requests("PUT", route);
  }

  public static Requests delete(String route) {
    return new Requests("DELETE", route);
  }

  public Requests at(Instant received) {
    this.at = received;
    return this;
  }

  public Requests from(String address) {
    this.source = address;
    return this;
  }

  public Requests path(String parameter, String value) {
    path.put(parameter, value);
    return this;
  }

  public Requests query(String parameter, String value) {
    query.put(parameter, value);
    return this;
  }

  public Requests header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  public Requests bearer(String token) {
    return header("authorization", "Bearer " + token);
  }

  public Requests cookie(String name, String value) {
    cookies.add(name + "=" + value);
    return this;
  }

  /** A JSON body out of maps, lists and values. */
  public Requests json(Object value) {
    try {
      return body("application/json", Json.MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A body as it is typed here. */
  public Requests body(String type, String text) {
    this.body = text;
    this.base64 = false;
    return header("content-type", type);
  }

  /** A body of bytes, which the gateway hands over in base64. */
  public Requests bytes(String type, byte[] bytes) {
    this.body = Base64.getEncoder().encodeToString(bytes);
    this.base64 = true;
    return header("content-type", type);
  }

  public Requests form(Map<String, String> fields) {
    StringBuilder form = new StringBuilder();
    fields.forEach(
        (name, value) ->
            form.append(form.isEmpty() ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
    return body("application/x-www-form-urlencoded", form.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public String routeKey() {
    return method + " " + route;
  }

  public APIGatewayV2HTTPEvent event() {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(routeKey())
        .withRawPath(rawPath())
        .withHeaders(headers)
        .withCookies(cookies.isEmpty() ? null : cookies)
        .withPathParameters(path.isEmpty() ? null : path)
        .withQueryStringParameters(query.isEmpty() ? null : query)
        .withBody(body)
        .withIsBase64Encoded(base64)
        .withRequestContext(context())
        .build();
  }

  private String rawPath() {
    String raw = route;
    for (Map.Entry<String, String> parameter : path.entrySet()) {
      raw = raw.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return raw;
  }

  private RequestContext context() {
    return RequestContext.builder()
        .withRouteKey(routeKey())
        .withTimeEpoch(at.toEpochMilli())
        .withHttp(
            RequestContext.Http.builder()
                .withMethod(method)
                .withPath(rawPath())
                .withProtocol("HTTP/1.1")
                .withSourceIp(source)
                .withUserAgent("test")
                .build())
        .build();
  }
}
