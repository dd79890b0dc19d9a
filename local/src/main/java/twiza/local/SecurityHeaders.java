package twiza.local;

import java.util.Map;

/** The headers that CloudFront adds to every answer. */
final class SecurityHeaders {
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-security-policy",
          "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
              + " form-action 'self'; frame-ancestors 'none'",
          "x-content-type-options",
          "nosniff",
          "x-frame-options",
          "DENY",
          "referrer-policy",
          "same-origin",
          "permissions-policy",
          "camera=(), geolocation=(), microphone=()");

  private SecurityHeaders() {}

  static Reply on(Reply reply) {
    Reply all = reply;
    for (Map.Entry<String, String> header : HEADERS.entrySet()) {
      all = all.with(header.getKey(), header.getValue());
    }
    return all;
  }
}
