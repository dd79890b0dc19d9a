package twiza.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import twiza.idea.Contact;
import twiza.text.Figure;
import twiza.text.PlainText;
import twiza.text.WallClock;

/**
 * The fields of a body, JSON or form, by their paths. Each reading method notes what is wrong and
 * goes on, so that {@link #finish} can tell everything at once, fields that nobody asked for
 * included. A field that is null, or blank, counts as not given.
 */
public final class Input {

  private static final int LONGEST_ADDRESS = 254;

  private final Map<String, Object> values;
  private final boolean form;
  private final String path;
  private final Set<String> asked = new HashSet<>();
  private final List<Input> within = new ArrayList<>();
  private final List<FieldError> errors;

  private Input(Map<String, Object> values, boolean form) {
    this(values, form, "", new ArrayList<>());
  }

  /**
   * @param path what the paths of its fields begin with in what goes wrong
   */
  private Input(Map<String, Object> values, boolean form, String path, List<FieldError> errors) {
    this.values = values;
    this.form = form;
    this.path = path;
    this.errors = errors;
  }

  static Input ofJson(String body) {
    try {
      JsonNode tree = Json.MAPPER.readTree(body);
      if (tree == null || !tree.isObject()) {
        throw Problem.of(400, "NOT_READABLE");
      }
      Map<String, Object> values = new LinkedHashMap<>();
      flatten("", tree, values);
      return new Input(values, false);
    } catch (JsonProcessingException e) {
      throw Problem.of(400, "NOT_READABLE");
    }
  }

  private static void flatten(String prefix, JsonNode object, Map<String, Object> values) {
    object
        .properties()
        .forEach(
            entry -> {
              String path = prefix + entry.getKey();
              JsonNode value = entry.getValue();
              if (value.isObject()) {
                flatten(path + ".", value, values);
              } else if (value.isTextual()) {
                values.put(path, value.textValue());
              } else if (!value.isNull()) {
                values.put(path, value);
              }
            });
  }

  static Input ofForm(String body) {
    Map<String, Object> values = new LinkedHashMap<>();
    try {
      for (String pair : body.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "NOT_READABLE");
    }
    return new Input(values, true);
  }

  /** The cells of a row by the names of their fields, typed as in a form. */
  public static Input ofCells(Map<String, String> cells) {
    return new Input(new LinkedHashMap<>(cells), true);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Whether it came from a plain HTML form. */
  public boolean isForm() {
    return form;
  }

  /** What was typed, to be shown again; every value that is text. */
  public Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    values.forEach(
        (field, value) -> {
          if (value instanceof String text) {
            typed.put(field, text);
          }
        });
    return typed;
  }

  /** The version that somebody read of what they change. */
  public long version() {
    if (!has("version")) {
      refuse("version", "REQUIRED");
    }
    return amount("version", 0, Long.MAX_VALUE).orElse(0);
  }

  public boolean has(String field) {
    asked.add(field);
    return !(values.get(field) instanceof String text)
        ? values.get(field) != null
        : !text.isBlank();
  }

  /** A text as it came; empty when it is missing or wrong, which {@link #finish} will tell. */
  public String verbatim(String field) {
    int before = errors.size();
    String text = raw(field);
    if (text.isBlank() && errors.size() == before) {
      refuse(field, "REQUIRED");
    }
    return text;
  }

  /** One line, of a number of characters between the two. */
  public String line(String field, int shortest, int longest) {
    return sized(field, PlainText.line(raw(field)), shortest, longest);
  }

  /** Several lines, of a number of characters between the two. */
  public String text(String field, int shortest, int longest) {
    return sized(field, PlainText.paragraphs(raw(field)), shortest, longest);
  }

  /** One line that may be left out. */
  public String optionalLine(String field, int longest) {
    return line(field, 0, longest);
  }

  /** Several lines that may be left out. */
  public String optionalText(String field, int longest) {
    return text(field, 0, longest);
  }

  /** A list of lines that may be left out; blank ones don't count. */
  public List<String> lines(String field, int most, int longest) {
    asked.add(field);
    List<String> lines = new ArrayList<>();
    switch (values.get(field)) {
      case null -> {}
      case JsonNode node when node.isArray() -> node.forEach(line -> addLine(field, line, lines));
      default -> refuse(field, "WRONG_TYPE");
    }
    if (lines.size() > most) {
      refuse(field, "TOO_MANY", Map.of("max", most));
    }
    for (String line : lines) {
      if (line.codePointCount(0, line.length()) > longest) {
        refuse(field, "TOO_LONG", Map.of("max", longest));
        break;
      }
    }
    return lines;
  }

  /** Lines of which each has its place, so that blank ones count; they may all be left out. */
  public List<String> places(String field, int most, int longest) {
    asked.add(field);
    List<String> lines = new ArrayList<>();
    switch (values.get(field)) {
      case null -> {}
      case JsonNode node when node.isArray() && node.size() <= most ->
          node.forEach(line -> lines.add(place(field, line, longest)));
      case JsonNode node when node.isArray() -> refuse(field, "TOO_MANY", Map.of("max", most));
      default -> refuse(field, "WRONG_TYPE");
    }
    return lines.stream().allMatch(String::isEmpty) ? List.of() : lines;
  }

  private String place(String field, JsonNode line, int longest) {
    if (!line.isTextual()) {
      refuse(field, "WRONG_TYPE");
      return "";
    }
    return sized(field, PlainText.line(line.textValue()), 0, longest);
  }

  /**
   * The objects of a list that may be left out. Their fields' paths name the place, such as {@code
   * rubric[0].weight}.
   */
  public List<Input> items(String field, int most) {
    asked.add(field);
    List<Input> items = new ArrayList<>();
    switch (values.get(field)) {
      case null -> {}
      case JsonNode node when node.isArray() && node.size() <= most ->
          node.forEach(item -> items.add(item(field + "[" + items.size() + "]", item)));
      case JsonNode node when node.isArray() -> refuse(field, "TOO_MANY", Map.of("max", most));
      default -> refuse(field, "WRONG_TYPE");
    }
    within.addAll(items);
    return items;
  }

  private Input item(String place, JsonNode item) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (item.isObject()) {
      flatten("", item, fields);
    } else {
      refuse(place, "WRONG_TYPE");
    }
    return new Input(fields, form, path + place + ".", errors);
  }

  private void addLine(String field, JsonNode node, List<String> lines) {
    if (!node.isTextual()) {
      refuse(field, "WRONG_TYPE");
    } else if (!PlainText.line(node.textValue()).isEmpty()) {
      lines.add(PlainText.line(node.textValue()));
    }
  }

  private String sized(String field, String text, int shortest, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length == 0 && shortest > 0) {
      refuse(field, "REQUIRED");
    } else if (length < shortest) {
      refuse(field, "TOO_SHORT", Map.of("min", shortest));
    } else if (length > longest) {
      refuse(field, "TOO_LONG", Map.of("max", longest));
    }
    return text;
  }

  public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
    String text = raw(field).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<E> value = constant(text, type);
    if (value.isEmpty()) {
      refuse(field, "UNKNOWN_CODE");
    }
    return value;
  }

  /**
   * @return null when it is missing or wrong, which {@link #finish} will tell
   */
  public <E extends Enum<E>> E requiredChoice(String field, Class<E> type) {
    if (!has(field)) {
      refuse(field, "REQUIRED");
      return null;
    }
    return choice(field, type).orElse(null);
  }

  /** Some of a few codes, each at most once. */
  public <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
    asked.add(field);
    Set<E> chosen = EnumSet.noneOf(type);
    switch (values.get(field)) {
      case null -> {}
      case JsonNode node when node.isArray() ->
          node.forEach(
              item ->
                  constant(item.asText(), type)
                      .ifPresentOrElse(chosen::add, () -> refuse(field, "UNKNOWN_CODE")));
      default -> refuse(field, "WRONG_TYPE");
    }
    return chosen;
  }

  /** The same in the order in which they are given. */
  public <E extends Enum<E>> List<E> order(String field, Class<E> type) {
    asked.add(field);
    List<E> chosen = new ArrayList<>();
    switch (values.get(field)) {
      case null -> {}
      case JsonNode node when node.isArray() ->
          node.forEach(
              item ->
                  constant(item.asText(), type)
                      .filter(value -> !chosen.contains(value))
                      .ifPresentOrElse(chosen::add, () -> refuse(field, "UNKNOWN_CODE")));
      default -> refuse(field, "WRONG_TYPE");
    }
    return chosen;
  }

  /**
   * A time on Morocco's clock, or an instant with its offset.
   *
   * @return empty when it is missing or wrong; what is wrong {@link #finish} will tell
   */
  public Optional<Instant> time(String field) {
    String typed = raw(field).strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    return switch (WallClock.read(typed)) {
      case WallClock.Reading.At(Instant at) -> Optional.of(at);
      case WallClock.Reading.Unreadable _ -> refused(field, "NOT_A_TIME");
      case WallClock.Reading.Skipped _ -> refused(field, "NO_SUCH_TIME");
      case WallClock.Reading.Twice _ -> refused(field, "TIME_TWICE");
    };
  }

  private Optional<Instant> refused(String field, String code) {
    refuse(field, code);
    return Optional.empty();
  }

  private static <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findFirst();
  }

  /** An e-mail address; empty when it is missing or wrong. */
  public Optional<Contact.Email> email(String field) {
    String typed = line(field, 1, LONGEST_ADDRESS);
    Optional<Contact.Email> email = Contact.Email.parse(typed);
    if (email.isEmpty() && !typed.isEmpty()) {
      refuse(field, "NOT_AN_EMAIL");
    }
    return email;
  }

  public OptionalInt number(String field, int smallest, int largest) {
    OptionalLong number = amount(field, smallest, largest);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  public OptionalLong amount(String field, long smallest, long largest) {
    asked.add(field);
    Object value = values.get(field);
    OptionalLong number =
        switch (value) {
          case null -> OptionalLong.empty();
          case String text when form -> typedNumber(field, text);
          case JsonNode node when node.isIntegralNumber() && node.canConvertToLong() ->
              OptionalLong.of(node.longValue());
          default -> {
            refuse(field, "WRONG_TYPE");
            yield OptionalLong.empty();
          }
        };
    if (number.isPresent() && (number.getAsLong() < smallest || number.getAsLong() > largest)) {
      refuse(field, "OUT_OF_RANGE", Map.of("min", smallest, "max", largest));
      return OptionalLong.empty();
    }
    return number;
  }

  /** Money and numbers as people type them. */
  private OptionalLong typedNumber(String field, String text) {
    OptionalLong figure = Figure.read(text);
    if (figure.isEmpty() && !PlainText.line(text).isEmpty()) {
      refuse(field, "WRONG_TYPE");
    }
    return figure;
  }

  /**
   * @param otherwise when it is not given; a form leaves out what is not ticked
   */
  public boolean flag(String field, boolean otherwise) {
    asked.add(field);
    Object value = values.get(field);
    return switch (value) {
      case null -> otherwise;
      case JsonNode node when node.isBoolean() -> node.booleanValue();
      case String text when form && (text.equals("true") || text.equals("on")) -> true;
      case String text when form && (text.equals("false") || text.isBlank()) -> false;
      default -> {
        refuse(field, "WRONG_TYPE");
        yield otherwise;
      }
    };
  }

  /** A box that has to be ticked. */
  public void mustBeTrue(String field) {
    int before = errors.size();
    if (!flag(field, false) && errors.size() == before) {
      refuse(field, "MUST_BE_TRUE");
    }
  }

  public void refuse(String field, String code) {
    refuse(field, code, Map.of());
  }

  private void refuse(String field, String code, Map<String, Object> values) {
    errors.add(new FieldError(path + field, code, values));
  }

  /**
   * @throws Problem 422 with everything that is wrong
   */
  public void finish() {
    refuseUnknown();
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private void refuseUnknown() {
    for (String field : values.keySet()) {
      if (!asked.contains(field)) {
        refuse(field.length() > 60 ? field.substring(0, 60) : field, "UNKNOWN_FIELD");
      }
    }
    within.forEach(Input::refuseUnknown);
  }

  private String raw(String field) {
    asked.add(field);
    return switch (values.get(field)) {
      case null -> "";
      case String text -> text;
      default -> {
        refuse(field, "WRONG_TYPE");
        yield "";
      }
    };
  }
}
