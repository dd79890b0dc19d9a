package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ARequestBecomesAnEventTest {
  private static final Instant NOW = Instant.parse("2027-02-03T04:05:06.789Z");

  @Test
  void withRouteHeadersCookiesQueryAndContext() {
    JsonNode event =
        event(
            Map.of(
                "host", List.of("localhost:8080"),
                "user-agent", List.of("curl"),
                "accept", List.of("text/html", "text/plain"),
                "cookie", List.of("a=1; b=2")),
            new byte[0]);

    assertThat(event.at("/version").asText()).isEqualTo("2.0");
    assertThat(event.at("/routeKey").asText()).isEqualTo("GET /api/ideas/{id}");
    assertThat(event.at("/rawPath").asText()).isEqualTo("/api/ideas/é");
    assertThat(event.at("/rawQueryString").asText()).isEqualTo("q=a%20b&q=c&flag");
    assertThat(event.at("/queryStringParameters").toString())
        .isEqualTo("{\"q\":\"a b,c\",\"flag\":\"\"}");
    assertThat(event.at("/pathParameters/id").asText()).isEqualTo("é");
    assertThat(event.at("/headers/accept").asText()).isEqualTo("text/html,text/plain");
    assertThat(event.at("/headers").has("cookie")).isFalse();
    assertThat(event.at("/cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
    assertThat(event.at("/requestContext/timeEpoch").asLong()).isEqualTo(NOW.toEpochMilli());
    assertThat(event.at("/requestContext/time").asText()).isEqualTo("03/Feb/2027:04:05:06 +0000");
    assertThat(event.at("/requestContext/domainName").asText()).isEqualTo("localhost");
    assertThat(event.at("/requestContext/http/sourceIp").asText()).isEqualTo("192.0.2.7");
    assertThat(event.at("/requestContext/http/userAgent").asText()).isEqualTo("curl");
    assertThat(event.has("body")).isFalse();
  }

  @Test
  void withJsonAsText() {
    JsonNode event = typed("application/problem+json; charset=utf-8", "{\"é\":1}".getBytes(UTF_8));
    assertThat(event.at("/body").asText()).isEqualTo("{\"é\":1}");
    assertThat(event.at("/isBase64Encoded").asBoolean()).isFalse();
  }

  @Test
  void withFormsAndAnythingThatIsNotTextInBase64() {
    for (String type : List.of("application/x-www-form-urlencoded", "image/png")) {
      JsonNode event = typed(type, "a=1".getBytes(UTF_8));
      assertThat(event.at("/isBase64Encoded").asBoolean()).isTrue();
      assertThat(Base64.getDecoder().decode(event.at("/body").asText()))
          .asString()
          .isEqualTo("a=1");
    }
    byte[] notUtf8 = {(byte) 0xC3, 0x28};
    assertThat(typed("application/json", notUtf8).at("/isBase64Encoded").asBoolean()).isTrue();
  }

  private static JsonNode typed(String type, byte[] body) {
    return event(Map.of("content-type", List.of(type)), body);
  }

  private static JsonNode event(Map<String, List<String>> headers, byte[] body) {
    Request request =
        new Request("GET", "/api/ideas/é/", "q=a%20b&q=c&flag", headers, body, "192.0.2.7");
    Route route = new Route("GET", "/api/ideas/{id}", "CatalogueFunction");
    return Json.read(GatewayEvent.json(request, new Routes.Match(route, Map.of("id", "é")), NOW));
  }
}
