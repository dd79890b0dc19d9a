package twiza.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads maps and lists whose types only the document knows. */
final class Tree {
  private Tree() {}

  /** The value as a map in the order of the document; empty for null. */
  static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value != null) {
      ((Map<?, ?>) value).forEach((key, entry) -> map.put(String.valueOf(key), entry));
    }
    return map;
  }

  /** The value as a list; empty for null. */
  static List<Object> list(Object value) {
    return value == null ? List.of() : List.copyOf((List<?>) value);
  }

  /** The value as text, or null. */
  static String text(Object value) {
    return value == null ? null : String.valueOf(value);
  }

  /** The value as a number, or what to take where there is none. */
  static int number(Object value, int otherwise) {
    return value == null ? otherwise : Integer.parseInt(String.valueOf(value));
  }

  /** Whether the value is true, as a boolean or as text. */
  static boolean isTrue(Object value) {
    return Boolean.parseBoolean(String.valueOf(value));
  }
}
