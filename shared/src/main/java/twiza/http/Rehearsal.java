package twiza.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Map;

/** Requests that nobody sent, to go along a route before the first real one comes. */
public final class Rehearsal {

  private static final Map<String, String> FORM =
      Map.of("content-type", "application/x-www-form-urlencoded", "accept-language", "fr");

  private static final Map<String, String> JSON =
      Map.of(
          "content-type", "application/json", "accept-language", "fr", "idempotency-key", "none");

  private Rehearsal() {}

  /**
   * @param route as in a route key, such as {@code /api/ideas/{id}}
   */
  public static APIGatewayV2HTTPEvent get(
      String route, Map<String, String> path, Map<String, String> headers) {
    return request("GET", route).withPathParameters(path).withHeaders(headers).build();
  }

  /**
   * @param fields URL-encoded
   */
  public static APIGatewayV2HTTPEvent form(String route, String fields) {
    return request("POST", route).withHeaders(FORM).withBody(fields).build();
  }

  /**
   * @param body a JSON object
   */
  public static APIGatewayV2HTTPEvent json(String route, String body) {
    return request("POST", route).withHeaders(JSON).withBody(body).build();
  }

  private static APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder request(
      String method, String route) {
    RequestContext.Http http =
        RequestContext.Http.builder()
            .withMethod(method)
            .withPath(route)
            .withSourceIp("127.0.0.1")
            .build();
    return APIGatewayV2HTTPEvent.builder()
        .withRouteKey(method + " " + route)
        .withRequestContext(RequestContext.builder().withHttp(http).withTimeEpoch(0).build());
  }
}
