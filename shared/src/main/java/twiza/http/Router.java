package twiza.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import twiza.access.Busy;
import twiza.place.Language;
import twiza.text.Formats;
import twiza.text.Messages;
import twiza.watch.Trace;

/**
 * Leads each request to the endpoint of its route, and whatever goes wrong to a problem document.
 */
public final class Router implements Routed {

  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final String RETRY_WHEN_BUSY = "2";

  private final Map<String, Endpoint> routes;
  private final Predicate<String> isOrigin;

  /**
   * @param routes by route key, such as {@code POST /api/ideas}
   */
  public Router(Map<String, Endpoint> routes) {
    this(routes, secret -> false);
  }

  /**
   * @param isOrigin whether a secret is the one by which the site's front shows itself; only then
   *     is it believed about who asks
   */
  public Router(Map<String, Endpoint> routes, Predicate<String> isOrigin) {
    this.routes = Map.copyOf(routes);
    this.isOrigin = isOrigin;
  }

  @Override
  public Set<String> routeKeys() {
    return routes.keySet();
  }

  public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    Trace.follow(event.getRequestContext().getRequestId());
    Request request = new Request(event, isOrigin);
    Reply reply = reply(event.getRouteKey(), request);
    boolean head = "HEAD".equals(request.method());
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(reply.status())
        .withHeaders(reply.headers())
        .withCookies(reply.cookies())
        .withBody(head ? "" : reply.body())
        .build();
  }

  private Reply reply(String routeKey, Request request) {
    Endpoint endpoint = routes.get(routeKey);
    try {
      if (endpoint == null) {
        throw Problem.notFound();
      }
      return endpoint.answer(request);
    } catch (Problem problem) {
      return document(problem, request.language());
    } catch (Busy e) {
      LOG.warn("busy", e);
      return document(Problem.of(503, "UNAVAILABLE"), request.language())
          .with("Retry-After", RETRY_WHEN_BUSY);
    } catch (RuntimeException e) {
      LOG.error("failed", e);
      return document(Problem.of(500, "INTERNAL"), request.language());
    }
  }

  private static Reply document(Problem problem, Language language) {
    Messages messages = Messages.in(language);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "urn:twiza:problem:" + problem.code());
    document.put("title", messages.text("error." + problem.code() + ".title"));
    document.put("detail", messages.text("error." + problem.code() + ".text"));
    document.put("status", problem.status());
    document.put("code", problem.code());
    if (!problem.errors().isEmpty()) {
      document.put("errors", errors(problem, messages));
    }
    document.putAll(problem.members());
    Reply reply =
        Reply.json(problem.status(), document)
            .with("Content-Type", "application/problem+json; charset=utf-8")
            .with("Content-Language", messages.textLanguage().tag());
    return problem
        .retryAfter()
        .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
        .orElse(reply);
  }

  private static List<Map<String, String>> errors(Problem problem, Messages messages) {
    List<Map<String, String>> errors = new ArrayList<>();
    for (FieldError error : problem.errors()) {
      errors.add(
          Map.of(
              "field", error.field(),
              "code", error.code(),
              "message", sentence(error, messages)));
    }
    return errors;
  }

  /** What is wrong with a field, in words. */
  public static String sentence(FieldError error, Messages messages) {
    List<Object> values = new ArrayList<>();
    Formats formats = Formats.in(messages.textLanguage());
    error
        .values()
        .forEach(
            (name, value) ->
                values.addAll(
                    List.of(name, value instanceof Instant at ? formats.date(at) : value)));
    return messages.text("error.field." + error.code(), values.toArray());
  }
}
