package twiza.web;

import java.util.Map;

/**
 * What a form shows: what was typed and what is wrong with it.
 *
 * @param values what was typed, by field name such as {@code author.email}
 * @param errors one sentence for each refused field, by field name, in the order of the form
 */
public record FormView(Map<String, String> values, Map<String, String> errors) {

  public static final FormView EMPTY = new FormView(Map.of(), Map.of());

  /** What was typed; empty when nothing was. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** Whether the form had the field, filled in or not. */
  public boolean has(String field) {
    return values.containsKey(field);
  }

  /** What was typed, or the default in a form nobody has filled in yet. */
  public String value(String field, String byDefault) {
    return values.isEmpty() ? byDefault : value(field);
  }

  /** The sentence that refuses the field; empty when it is right. */
  public String error(String field) {
    return errors.getOrDefault(field, "");
  }

  public boolean ticked(String field) {
    return value(field).equals("true") || value(field).equals("on");
  }
}
