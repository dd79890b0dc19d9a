package twiza.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over HTTP.
 *
 * @param path decoded
 * @param query as it was sent, or empty
 * @param headers names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Request(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp) {

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(List::getFirst);
  }

  /** The path without the slash at its end, as the routes of the API have it. */
  String routePath() {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }
}
