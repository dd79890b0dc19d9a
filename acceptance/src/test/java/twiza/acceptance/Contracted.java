package twiza.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import twiza.acceptance.Caller.Answer;
import twiza.http.Contract;
import twiza.local.Options;

/** The contract, held against what came over the wire; and the routes of the template. */
final class Contracted {

  static final Contract CONTRACT = Contract.load();

  private Contracted() {}

  /**
   * Asserts that an answer is one that the contract names for the route.
   *
   * @param routeKey such as {@code GET /api/ideas/{id}}
   */
  static JsonNode holds(String routeKey, Answer answer) {
    APIGatewayV2HTTPResponse response =
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(answer.status())
            .withHeaders(answer.headers())
            .withBody(answer.body())
            .build();
    return CONTRACT.holds(routeKey, response);
  }

  /** The routes of each function with routes, by its id in the template. */
  static Map<String, Set<String>> templateRoutes() {
    Map<String, Set<String>> routes = new TreeMap<>();
    try {
      JsonNode template =
          new YAMLMapper().readTree(Options.project().resolve("template.yaml").toFile());
      for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
        for (JsonNode event : resource.getValue().at("/Properties/Events")) {
          JsonNode route = event.path("Properties");
          if (event.path("Type").asText().equals("HttpApi")) {
            String key = route.path("Method").asText() + " " + route.path("Path").asText();
            assertThat(routes.computeIfAbsent(resource.getKey(), _ -> new TreeSet<>()).add(key))
                .as("%s is there once", key)
                .isTrue();
          }
        }
      }
      return routes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
