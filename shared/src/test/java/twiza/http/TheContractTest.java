package twiza.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract accepts what it names and nothing else. */
class TheContractTest {

  private static final String TRACKED =
      """
      {"trackingCode":"7KM-2XQ-HRP","state":"PENDING",\
      "submittedAt":"2026-05-04T09:00:00Z","changedAt":"2026-05-04T09:12:31Z"}\
      """;

  private final Contract contract = Contract.load();

  private void track(int status, Map<String, String> headers, String body) {
    contract.holds(
        "GET /api/tracking/{code}",
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(status)
            .withHeaders(headers)
            .withBody(body)
            .build());
  }

  private void track(String body) {
    track(200, Map.of("content-type", "application/json", "cache-control", "no-store"), body);
  }

  private void assertRefused(String body) {
    assertThatThrownBy(() -> track(body)).isInstanceOf(AssertionError.class);
  }

  @Test
  void anAnswerAsItIsWrittenDownHolds() {
    track(TRACKED);
  }

  @Test
  void aMemberTooManyDoesNot() {
    assertRefused(TRACKED.replace("{", "{\"name\":\"Fatima\","));
  }

  @Test
  void aMemberTooFewDoesNot() {
    assertRefused(TRACKED.replace("\"state\":\"PENDING\",", ""));
  }

  @Test
  void aStateThatIsNoneDoesNot() {
    assertRefused(TRACKED.replace("PENDING", "WAITING"));
  }

  @Test
  void anInstantThatIsNoneDoesNot() {
    assertRefused(TRACKED.replace("2026-05-04T09:00:00Z", "2026-13-04T09:00:00Z"));
  }

  @Test
  void aHeaderTooFewDoesNot() {
    assertThatThrownBy(() -> track(200, Map.of("content-type", "application/json"), TRACKED))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void anotherValueOfAHeaderDoesNot() {
    Map<String, String> headers =
        Map.of("content-type", "application/json", "cache-control", "public");
    assertThatThrownBy(() -> track(200, headers, TRACKED)).isInstanceOf(AssertionError.class);
  }

  @Test
  void anotherStatusTypeOrRouteDoesNot() {
    Map<String, String> json =
        Map.of("content-type", "application/json", "cache-control", "no-store");
    Map<String, String> html = Map.of("content-type", "text/html", "cache-control", "no-store");
    assertThatThrownBy(() -> track(500, json, "{}")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> track(200, html, "<p>")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> contract.holds("GET /api/none", new APIGatewayV2HTTPResponse()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aProblemOfAnotherCodeThanTheStatusHasDoesNot() {
    String problem =
        """
        {"type":"urn:twiza:problem:CONFLICT","title":"t","detail":"d","status":404,"code":"%s"}\
        """;
    Map<String, String> headers =
        Map.of("content-type", "application/problem+json", "cache-control", "no-store");
    track(404, headers, problem.formatted("NOT_FOUND"));
    assertThatThrownBy(() -> track(404, headers, problem.formatted("CONFLICT")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void everyRouteIsNamedAsTheGatewayNamesIt() {
    assertThat(contract.routeKeys())
        .contains("POST /api/ideas", "DELETE /api/my/idea", "HEAD /{language}/ideas/{id}");
  }
}
