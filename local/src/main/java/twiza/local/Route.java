package twiza.local;

import java.util.List;

/**
 * One route of the HTTP API.
 *
 * @param function the logical id of the function that answers
 */
record Route(String method, String path, String function) {
  /** As API Gateway writes it: {@code GET /api/ideas/{id}}. */
  String key() {
    return method + " " + path;
  }

  List<String> segments() {
    return segments(path);
  }

  /** Whether it takes every address that no other route takes. */
  boolean takesAll() {
    return segments().size() == 1 && path.endsWith("+}");
  }

  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }
}
