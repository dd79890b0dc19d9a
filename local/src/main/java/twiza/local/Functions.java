package twiza.local;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The functions of the template, loaded. */
final class Functions {
  private final Map<String, LoadedFunction> functions = new LinkedHashMap<>();

  private Functions() {}

  /**
   * @param environment that of a function
   * @throws IllegalStateException naming the first function that cannot be loaded
   */
  static Functions load(
      List<FunctionDefinition> definitions,
      Function<FunctionDefinition, Map<String, String>> environment,
      InstantSource clock) {
    Functions loaded = new Functions();
    for (FunctionDefinition definition : definitions) {
      loaded.functions.put(
          definition.id(), LoadedFunction.load(definition, environment.apply(definition), clock));
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
