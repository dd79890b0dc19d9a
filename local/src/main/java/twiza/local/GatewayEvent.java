package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Builds the event, version 2.0, that API Gateway sends for a request. */
final class GatewayEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  // Other types, form posts among them, reach a function in Base64.
  private static final Pattern TEXT =
      Pattern.compile("(text/.*|application/(json|xml|javascript|[^;]+\\+(json|xml))(;.*)?)");

  private GatewayEvent() {}

  static byte[] json(Request request, Routes.Match match, Instant now) {
    ObjectNode event = Json.object();
    event.put("version", "2.0").put("routeKey", match.route().key());
    event.put("rawPath", request.routePath()).put("rawQueryString", request.query());
    putHeaders(event, request);
    putQuery(event, request.query());
    if (!match.parameters().isEmpty()) {
      ObjectNode parameters = event.putObject("pathParameters");
      match.parameters().forEach(parameters::put);
    }
    putContext(event.putObject("requestContext"), request, match.route(), now);
    putBody(event, request);
    return Json.bytes(event);
  }

  private static void putHeaders(ObjectNode event, Request request) {
    ObjectNode headers = event.putObject("headers");
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (name.equals("cookie")) {
                var cookies = event.putArray("cookies");
                values.stream()
                    .flatMap(it -> Pattern.compile("; *").splitAsStream(it))
                    .forEach(cookies::add);
              } else {
                headers.put(name, String.join(",", values));
              }
            });
  }

  private static void putQuery(ObjectNode event, String query) {
    if (query.isEmpty()) {
      return;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      parameters.merge(name, value, (one, other) -> one + "," + other);
    }
    ObjectNode node = event.putObject("queryStringParameters");
    parameters.forEach(node::put);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static void putContext(ObjectNode context, Request request, Route route, Instant now) {
    String host = request.header("host").orElse("localhost");
    context.put("accountId", Template.ACCOUNT).put("apiId", "local").put("stage", "$default");
    context.put("domainName", host.replaceFirst(":\\d+$", "")).put("domainPrefix", "local");
    context.put("requestId", UUID.randomUUID().toString()).put("routeKey", route.key());
    context.put("time", TIME.format(now)).put("timeEpoch", now.toEpochMilli());
    ObjectNode http = context.putObject("http");
    http.put("method", request.method()).put("path", request.routePath());
    http.put("protocol", "HTTP/1.1").put("sourceIp", request.sourceIp());
    http.put("userAgent", request.header("user-agent").orElse(""));
  }

  private static void putBody(ObjectNode event, Request request) {
    byte[] body = request.body();
    boolean text =
        TEXT.matcher(request.header("content-type").orElse("text/plain").toLowerCase(Locale.ROOT))
                .matches()
            && isUtf8(body);
    event.put("isBase64Encoded", body.length > 0 && !text);
    if (body.length > 0) {
      event.put("body", text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
    }
  }

  private static boolean isUtf8(byte[] body) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
