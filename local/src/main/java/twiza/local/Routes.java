package twiza.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route for a request as API Gateway does: of several, the one with more literal text.
 */
final class Routes {
  private final List<Route> routes;

  Routes(List<Route> routes) {
    this.routes = new ArrayList<>(routes);
    this.routes.sort(Comparator.comparing(Routes::shape));
  }

  /** A route and what stands in the place of its variables. */
  record Match(Route route, Map<String, String> parameters) {}

  /**
   * @param path decoded, without a slash at the end
   */
  Optional<Match> find(String method, String path) {
    List<String> given = Route.segments(path);
    return routes.stream()
        .filter(it -> it.method().equals(method) || it.method().equals("ANY"))
        .map(it -> match(it, given))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Match> match(Route route, List<String> given) {
    List<String> wanted = route.segments();
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String segment = wanted.get(i);
      if (segment.endsWith("+}") && given.size() > i) {
        String rest = String.join("/", given.subList(i, given.size()));
        parameters.put(segment.substring(1, segment.length() - 2), rest);
        return Optional.of(new Match(route, parameters));
      }
      if (i >= given.size()) {
        return Optional.empty();
      }
      if (Route.isVariable(segment) && !given.get(i).isEmpty()) {
        parameters.put(segment.substring(1, segment.length() - 1), given.get(i));
      } else if (!segment.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return wanted.size() == given.size()
        ? Optional.of(new Match(route, parameters))
        : Optional.empty();
  }

  private static String shape(Route route) {
    StringBuilder shape = new StringBuilder();
    for (String segment : route.segments()) {
      shape.append(segment.endsWith("+}") ? '2' : Route.isVariable(segment) ? '1' : '0');
    }
    return shape.append(route.method().equals("ANY") ? '3' : '0').toString();
  }
}
