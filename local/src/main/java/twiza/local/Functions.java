package twiza.local;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of the template, loaded. */
final class Functions {
  private final Map<String, LoadedFunction> functions = new LinkedHashMap<>();

  private Functions() {}

  /**
   * @param services what every function's environment has beside its own variables
   * @throws IllegalStateException naming the first function that cannot be loaded
   */
  static Functions load(
      List<FunctionDefinition> definitions, Map<String, String> services, InstantSource clock) {
    Functions loaded = new Functions();
    for (FunctionDefinition definition : definitions) {
      Map<String, String> environment = new LinkedHashMap<>(services);
      environment.putAll(definition.environment());
      loaded.functions.put(
          definition.id(), LoadedFunction.load(definition, Map.copyOf(environment), clock));
    }
    return loaded;
  }

  Optional<LoadedFunction> find(String id) {
    return Optional.ofNullable(functions.get(id));
  }

  Collection<LoadedFunction> all() {
    return functions.values();
  }

  List<Route> routes() {
    return all().stream().flatMap(it -> it.definition().routes().stream()).toList();
  }
}
