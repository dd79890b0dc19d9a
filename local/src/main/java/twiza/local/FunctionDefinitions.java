package twiza.local;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import twiza.local.FunctionDefinition.QueueSource;
import twiza.local.FunctionDefinition.ScheduleSource;
import twiza.local.FunctionDefinition.StreamSource;

/** Reads the functions of a template with their events. */
final class FunctionDefinitions {
  private static final int DEFAULT_RETRIES = 3;

  private final Template template;
  private final Names names;

  FunctionDefinitions(Template template, Names names) {
    this.template = template;
    this.names = names;
  }

  List<FunctionDefinition> read() {
    return template.resources("AWS::Serverless::Function").stream().map(this::read).toList();
  }

  private FunctionDefinition read(Resource resource) {
    Map<String, Object> globals = Tree.map(template.resolve(template.functionGlobals(), names));
    Map<String, Object> own = template.properties(resource, names);
    Map<String, Object> properties = new LinkedHashMap<>(globals);
    properties.putAll(own);
    Events events = new Events(resource.id());
    Tree.map(own.get("Events")).forEach((name, it) -> events.add(name, Tree.map(it)));
    return new FunctionDefinition(
        resource.id(),
        Tree.text(properties.get("Handler")).replaceFirst("::.*", ""),
        environment(globals, own),
        Duration.ofSeconds(Tree.number(properties.get("Timeout"), 3)),
        Tree.number(properties.get("MemorySize"), 128),
        events.routes,
        events.streams,
        events.queues,
        events.schedules,
        Grant.in(own.get("Policies")),
        onFailure(Tree.map(own.get("EventInvokeConfig"))));
  }

  private static Map<String, String> environment(
      Map<String, Object> globals, Map<String, Object> own) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Map<String, Object> properties : List.of(globals, own)) {
      Tree.map(Tree.map(properties.get("Environment")).get("Variables"))
          .forEach((name, value) -> environment.put(name, Tree.text(value)));
    }
    return environment;
  }

  private static Optional<String> onFailure(Map<String, Object> properties) {
    Object destination = Tree.map(properties.get("DestinationConfig")).get("OnFailure");
    return Optional.ofNullable(Tree.text(Tree.map(destination).get("Destination")));
  }

  private static final class Events {
    final String function;
    final List<Route> routes = new ArrayList<>();
    final List<StreamSource> streams = new ArrayList<>();
    final List<QueueSource> queues = new ArrayList<>();
    final List<ScheduleSource> schedules = new ArrayList<>();

    Events(String function) {
      this.function = function;
    }

    void add(String name, Map<String, Object> event) {
      Map<String, Object> properties = Tree.map(event.get("Properties"));
      switch (Tree.text(event.get("Type"))) {
        case "HttpApi" -> routes.add(route(properties));
        case "DynamoDB" -> streams.add(stream(properties));
        case "SQS" -> queues.add(queue(properties));
        case "ScheduleV2" -> schedules.add(schedule(name, properties));
        // Nothing here is told to EventBridge: such a function is called by hand, from the console.
        case "EventBridgeRule" -> {}
        default ->
            throw new IllegalArgumentException(
                "event " + name + " of " + function + " has a type this runner does not know");
      }
    }

    private Route route(Map<String, Object> properties) {
      String method = Tree.text(properties.get("Method")).toUpperCase(Locale.ROOT);
      return new Route(method, Tree.text(properties.get("Path")), function);
    }

    private static StreamSource stream(Map<String, Object> properties) {
      List<Object> filters = Tree.list(Tree.map(properties.get("FilterCriteria")).get("Filters"));
      return new StreamSource(
          Tree.text(properties.get("Stream")),
          Tree.number(properties.get("BatchSize"), 100),
          Tree.isTrue(properties.get("BisectBatchOnFunctionError")),
          Tree.number(properties.get("MaximumRetryAttempts"), DEFAULT_RETRIES),
          filters.stream()
              .map(it -> EventPattern.parse(Tree.text(Tree.map(it).get("Pattern"))))
              .toList(),
          onFailure(properties));
    }

    private static QueueSource queue(Map<String, Object> properties) {
      Map<String, Object> scaling = Tree.map(properties.get("ScalingConfig"));
      return new QueueSource(
          Tree.text(properties.get("Queue")),
          Tree.number(properties.get("BatchSize"), 10),
          Tree.number(scaling.get("MaximumConcurrency"), 2));
    }

    private static ScheduleSource schedule(String name, Map<String, Object> properties) {
      Object zone = properties.getOrDefault("ScheduleExpressionTimezone", "UTC");
      return new ScheduleSource(
          name,
          ScheduleExpression.parse(
              Tree.text(properties.get("ScheduleExpression")), ZoneId.of(Tree.text(zone))),
          Optional.ofNullable(Tree.text(properties.get("Input"))));
    }
  }
}
