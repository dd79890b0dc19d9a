package twiza.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template with its parameters: gives resources and the values of CloudFormation's functions. */
final class Template {
  static final String STACK = "twiza";
  static final String REGION = "eu-west-3";
  static final String ACCOUNT = "000000000000";

  private static final NoValue NO_VALUE = new NoValue();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

  /** A property that is left out. */
  private record NoValue() {}

  private final Map<String, Object> document;
  private final Map<String, String> parameters;
  private final Map<String, Resource> resources = new LinkedHashMap<>();

  /**
   * @param parameters take the place of the parameters' defaults
   * @throws IllegalArgumentException for a parameter that the template does not have
   */
  Template(Map<String, Object> document, Map<String, String> parameters) {
    this.document = document;
    this.parameters = withDefaults(parameters);
    Tree.map(document.get("Resources")).forEach(this::addResource);
  }

  private Map<String, String> withDefaults(Map<String, String> given) {
    Map<String, String> all = new LinkedHashMap<>();
    Map<String, Object> declared = Tree.map(document.get("Parameters"));
    declared.forEach((name, it) -> all.put(name, Tree.text(Tree.map(it).get("Default"))));
    given.forEach(
        (name, value) -> {
          if (!declared.containsKey(name)) {
            throw new IllegalArgumentException("the template has no parameter " + name);
          }
          all.put(name, value);
        });
    return all;
  }

  private void addResource(String id, Object body) {
    Map<String, Object> resource = Tree.map(body);
    String condition = Tree.text(resource.get("Condition"));
    if (condition == null || holds(condition)) {
      Map<String, Object> properties = Tree.map(resource.get("Properties"));
      resources.put(id, new Resource(id, Tree.text(resource.get("Type")), properties));
    }
  }

  boolean hasParameter(String name) {
    return parameters.containsKey(name);
  }

  /** The resources of one type, in the order of the template. */
  List<Resource> resources(String type) {
    return resources.values().stream().filter(it -> it.type().equals(type)).toList();
  }

  /** The global properties of functions, as they are written. */
  Map<String, Object> functionGlobals() {
    return Tree.map(Tree.map(document.get("Globals")).get("Function"));
  }

  /** The properties of a resource with every function of CloudFormation evaluated. */
  Map<String, Object> properties(Resource resource, Names names) {
    return Tree.map(resolve(resource.properties(), names));
  }

  /** The value with every function of CloudFormation evaluated. */
  Object resolve(Object value, Names names) {
    return switch (value) {
      case Map<?, ?> map when isFunction(map) -> call(Tree.map(map), names);
      case Map<?, ?> map -> resolveMap(Tree.map(map), names);
      case List<?> list ->
          list.stream()
              .map(it -> resolve(it, names))
              .filter(it -> !(it instanceof NoValue))
              .toList();
      case null -> null;
      default -> value;
    };
  }

  private Map<String, Object> resolveMap(Map<String, Object> map, Names names) {
    Map<String, Object> resolved = new LinkedHashMap<>();
    map.forEach(
        (key, it) -> {
          Object result = resolve(it, names);
          if (!(result instanceof NoValue)) {
            resolved.put(key, result);
          }
        });
    return resolved;
  }

  private static boolean isFunction(Map<?, ?> map) {
    return map.size() == 1
        && map.keySet().stream().allMatch(it -> it.equals("Ref") || it.toString().contains("::"));
  }

  private Object call(Map<String, Object> map, Names names) {
    Map.Entry<String, Object> function = map.entrySet().iterator().next();
    Object argument = function.getValue();
    return switch (function.getKey()) {
      case "Ref" -> ref(Tree.text(argument), names);
      case "Fn::GetAtt" -> attribute(Tree.list(resolve(argument, names)), names);
      case "Fn::Sub" -> sub(argument, names);
      case "Fn::If" -> choose(Tree.list(argument), names);
      case "Fn::Join" -> join(Tree.list(resolve(argument, names)));
      case "Fn::Select" -> select(Tree.list(resolve(argument, names)));
      case "Fn::Split" -> split(Tree.list(resolve(argument, names)));
      default -> throw new IllegalArgumentException("cannot evaluate " + function.getKey());
    };
  }

  private Object ref(String name, Names names) {
    return switch (name) {
      case "AWS::NoValue" -> NO_VALUE;
      case "AWS::StackName" -> STACK;
      case "AWS::Region" -> REGION;
      case "AWS::AccountId" -> ACCOUNT;
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      default -> {
        String parameter = parameters.get(name);
        yield parameter == null ? names.ref(resource(name)) : parameter;
      }
    };
  }

  private String attribute(List<Object> path, Names names) {
    return names.attribute(resource(Tree.text(path.get(0))), Tree.text(path.get(1)));
  }

  private Resource resource(String id) {
    Resource resource = resources.get(id);
    if (resource == null) {
      throw new IllegalArgumentException("the template refers to " + id + ", which it lacks");
    }
    return resource;
  }

  private String sub(Object argument, Names names) {
    List<Object> parts = argument instanceof List<?> list ? Tree.list(list) : List.of(argument);
    Map<String, Object> own = parts.size() > 1 ? Tree.map(parts.get(1)) : Map.of();
    Matcher matcher = PLACEHOLDER.matcher(Tree.text(parts.getFirst()));
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(2);
      String value = matcher.group(1).isEmpty() ? placeholder(name, own, names) : "${" + name + "}";
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }

  private String placeholder(String name, Map<String, Object> own, Names names) {
    if (own.containsKey(name)) {
      return Tree.text(resolve(own.get(name), names));
    }
    int dot = name.indexOf('.');
    return dot < 0
        ? Tree.text(ref(name, names))
        : attribute(List.of(name.substring(0, dot), name.substring(dot + 1)), names);
  }

  private Object choose(List<Object> arguments, Names names) {
    return resolve(arguments.get(holds(Tree.text(arguments.getFirst())) ? 1 : 2), names);
  }

  private boolean holds(String condition) {
    Object definition = Tree.map(document.get("Conditions")).get(condition);
    if (definition == null) {
      throw new IllegalArgumentException("the template has no condition " + condition);
    }
    return test(Tree.map(definition));
  }

  private boolean test(Map<String, Object> definition) {
    Map.Entry<String, Object> function = definition.entrySet().iterator().next();
    if (function.getKey().equals("Condition")) {
      return holds(Tree.text(function.getValue()));
    }
    List<Object> arguments = Tree.list(function.getValue());
    return switch (function.getKey()) {
      case "Fn::Equals" ->
          Objects.equals(constant(arguments.getFirst()), constant(arguments.get(1)));
      case "Fn::Not" -> !test(Tree.map(arguments.getFirst()));
      case "Fn::And" -> arguments.stream().allMatch(it -> test(Tree.map(it)));
      case "Fn::Or" -> arguments.stream().anyMatch(it -> test(Tree.map(it)));
      default -> throw new IllegalArgumentException("cannot evaluate " + function.getKey());
    };
  }

  private String constant(Object value) {
    return Tree.text(resolve(value, NO_RESOURCES));
  }

  private static String join(List<Object> arguments) {
    List<String> texts = new ArrayList<>();
    Tree.list(arguments.get(1)).forEach(it -> texts.add(Tree.text(it)));
    return String.join(Tree.text(arguments.getFirst()), texts);
  }

  private static Object select(List<Object> arguments) {
    return Tree.list(arguments.get(1)).get(Tree.number(arguments.getFirst(), 0));
  }

  private static List<Object> split(List<Object> arguments) {
    String separator = Pattern.quote(Tree.text(arguments.getFirst()));
    return List.of((Object[]) Tree.text(arguments.get(1)).split(separator, -1));
  }

  private static final Names NO_RESOURCES =
      new Names() {
        @Override
        public String ref(Resource resource) {
          throw new IllegalArgumentException("a condition cannot refer to " + resource.id());
        }

        @Override
        public String attribute(Resource resource, String attribute) {
          return ref(resource);
        }
      };
}
