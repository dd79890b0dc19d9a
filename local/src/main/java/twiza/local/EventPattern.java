package twiza.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An event filter of Lambda: equality, prefix, suffix, exists, anything-but, at any depth. */
final class EventPattern {
  private final JsonNode pattern;

  private EventPattern(JsonNode pattern) {
    this.pattern = pattern;
  }

  /**
   * @throws IllegalArgumentException for a rule that is not known here
   */
  static EventPattern parse(String json) {
    JsonNode pattern = Json.read(json);
    check(pattern);
    return new EventPattern(pattern);
  }

  boolean matches(JsonNode event) {
    return matches(pattern, event);
  }

  private static boolean matches(JsonNode pattern, JsonNode event) {
    return pattern.properties().stream()
        .allMatch(
            it -> {
              JsonNode value = event.path(it.getKey());
              return it.getValue().isArray()
                  ? anyRule(it.getValue(), value)
                  : matches(it.getValue(), value);
            });
  }

  private static boolean anyRule(JsonNode rules, JsonNode value) {
    for (JsonNode rule : rules) {
      if (rule.isObject() ? holds(rule, value) : rule.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(JsonNode rule, JsonNode value) {
    String name = rule.fieldNames().next();
    JsonNode wanted = rule.get(name);
    return switch (name) {
      case "exists" -> wanted.asBoolean() == (value.isValueNode() && !value.isNull());
      case "prefix" -> value.isTextual() && value.asText().startsWith(wanted.asText());
      case "suffix" -> value.isTextual() && value.asText().endsWith(wanted.asText());
      case "equals-ignore-case" ->
          value.isTextual() && value.asText().equalsIgnoreCase(wanted.asText());
      case "anything-but" -> !value.isMissingNode() && !list(wanted).contains(value);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static List<JsonNode> list(JsonNode node) {
    List<JsonNode> list = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(list::add);
    } else {
      list.add(node);
    }
    return list;
  }

  private static void check(JsonNode pattern) {
    for (var field : pattern.properties()) {
      JsonNode value = field.getValue();
      if (value.isObject()) {
        check(value);
      } else if (value.isArray()) {
        value.forEach(EventPattern::checkRule);
      } else {
        throw new IllegalArgumentException("a filter needs a list at " + field.getKey());
      }
    }
  }

  private static void checkRule(JsonNode rule) {
    List<String> known =
        List.of("exists", "prefix", "suffix", "equals-ignore-case", "anything-but");
    if (rule.isObject() && (rule.size() != 1 || !known.contains(rule.fieldNames().next()))) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the filter rule %s is not known here", rule));
    }
  }
}
