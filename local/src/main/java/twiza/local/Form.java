package twiza.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;

/** A body that is JSON or comes from a form of the console. */
final class Form {
  private Form() {}

  static boolean isForm(Request request) {
    return request
        .header("content-type")
        .filter(it -> it.startsWith("application/x-www-form-urlencoded"))
        .isPresent();
  }

  /**
   * @throws IllegalArgumentException when the body can't be read
   */
  static JsonNode read(Request request) {
    if (!isForm(request)) {
      return Json.read(request.body());
    }
    ObjectNode fields = Json.object();
    for (String pair : new String(request.body(), UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(
            URLDecoder.decode(pair.substring(0, equals), UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return fields;
  }
}
