package twiza.local;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds template and code together: what a handler says it answers is what the template routes to
 * it.
 */
final class DeclaredRoutes {
  private DeclaredRoutes() {}

  /**
   * @param declared the route keys that a handler knows, as {@code GET /api/ideas/{id}}; empty for
   *     a handler that has no routes of its own
   * @throws IllegalStateException naming function and routes when the two differ
   */
  static void check(Functions functions, Function<Object, Optional<Set<String>>> declared) {
    for (LoadedFunction function : functions.all()) {
      Set<String> inTemplate =
          function.definition().routes().stream().map(Route::key).collect(Collectors.toSet());
      declared
          .apply(function.handler())
          .ifPresent(
              inCode -> {
                refuse(function, without(inCode, inTemplate), "in the code but not the template");
                refuse(function, without(inTemplate, inCode), "in the template but not the code");
              });
    }
  }

  private static Set<String> without(Set<String> routes, Set<String> others) {
    Set<String> rest = new TreeSet<>(routes);
    rest.removeAll(others);
    return rest;
  }

  private static void refuse(LoadedFunction function, Set<String> routes, String where) {
    if (!routes.isEmpty()) {
      throw new IllegalStateException(
          "%s has routes that are %s: %s".formatted(function.definition().id(), where, routes));
    }
  }
}
