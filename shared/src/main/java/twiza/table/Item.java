package twiza.table;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item, or a map within one, while it is written or read. What is empty is not stored: an
 * optional, a text, a set.
 */
record Item(Map<String, AttributeValue> attributes) {

  /** An empty map. */
  Item() {
    this(new LinkedHashMap<>());
  }

  static Item at(Key key) {
    return new Item(new LinkedHashMap<>(key.attributes()));
  }

  Item with(String name, Object value) {
    attributes.put(name, attribute(value));
    return this;
  }

  Item withText(String name, String value) {
    return value.isEmpty() ? this : with(name, value);
  }

  Item with(String name, Optional<?> value) {
    value.ifPresent(present -> with(name, present));
    return this;
  }

  Item with(String name, OptionalInt value) {
    value.ifPresent(present -> with(name, present));
    return this;
  }

  Item with(String name, OptionalLong value) {
    value.ifPresent(present -> with(name, present));
    return this;
  }

  Item with(String name, OptionalDouble value) {
    value.ifPresent(present -> with(name, present));
    return this;
  }

  Item withSet(String name, Collection<?> values) {
    if (!values.isEmpty()) {
      List<String> texts = values.stream().map(Object::toString).sorted().toList();
      attributes.put(name, AttributeValue.fromSs(texts));
    }
    return this;
  }

  static AttributeValue attribute(Object value) {
    return switch (value) {
      case String text -> AttributeValue.fromS(text);
      case Integer number -> AttributeValue.fromN(number.toString());
      case Long number -> AttributeValue.fromN(number.toString());
      case Double number -> AttributeValue.fromN(number.toString());
      case Boolean flag -> AttributeValue.fromBool(flag);
      case Instant instant -> AttributeValue.fromS(Keys.instant(instant));
      case Enum<?> constant -> AttributeValue.fromS(constant.name());
      case Item map -> AttributeValue.fromM(map.attributes);
      case List<?> values -> AttributeValue.fromL(values.stream().map(Item::attribute).toList());
      default -> throw new IllegalArgumentException("Not kept: " + value.getClass());
    };
  }

  Key key() {
    return new Key(text("PK"), text("SK"));
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name) {
    return required(name).s();
  }

  /** Empty when absent. */
  String textOrEmpty(String name) {
    return has(name) ? text(name) : "";
  }

  Optional<String> optionalText(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  boolean flag(String name) {
    return required(name).bool();
  }

  Optional<Boolean> optionalFlag(String name) {
    return has(name) ? Optional.of(flag(name)) : Optional.empty();
  }

  /** A number as it was written, to the last bit. */
  double decimal(String name) {
    return Double.parseDouble(required(name).n());
  }

  OptionalDouble optionalDecimal(String name) {
    return has(name) ? OptionalDouble.of(decimal(name)) : OptionalDouble.empty();
  }

  int integer(String name) {
    return Integer.parseInt(required(name).n());
  }

  long number(String name) {
    return Long.parseLong(required(name).n());
  }

  OptionalInt optionalInteger(String name) {
    return has(name) ? OptionalInt.of(integer(name)) : OptionalInt.empty();
  }

  OptionalLong optionalNumber(String name) {
    return has(name) ? OptionalLong.of(number(name)) : OptionalLong.empty();
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  Optional<Instant> optionalInstant(String name) {
    return optionalText(name).map(Instant::parse);
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return Enum.valueOf(type, text(name));
  }

  <E extends Enum<E>> Optional<E> optionalConstant(String name, Class<E> type) {
    return optionalText(name).map(text -> Enum.valueOf(type, text));
  }

  <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    texts(name).forEach(text -> constants.add(Enum.valueOf(type, text)));
    return constants;
  }

  /** A set of texts; empty when absent. */
  Set<String> texts(String name) {
    return has(name) ? Set.copyOf(required(name).ss()) : Set.of();
  }

  /** A list of texts. */
  List<String> lines(String name) {
    return required(name).l().stream().map(AttributeValue::s).toList();
  }

  /** A list of lists of texts. */
  List<List<String>> lists(String name) {
    return required(name).l().stream()
        .map(value -> value.l().stream().map(AttributeValue::s).toList())
        .toList();
  }

  /** A list of maps. */
  List<Item> maps(String name) {
    return required(name).l().stream().map(value -> new Item(value.m())).toList();
  }

  Item map(String name) {
    return new Item(required(name).m());
  }

  Optional<Item> optionalMap(String name) {
    return has(name) ? Optional.of(map(name)) : Optional.empty();
  }

  private AttributeValue required(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("No " + name + " in " + attributes.keySet());
    }
    return value;
  }
}
