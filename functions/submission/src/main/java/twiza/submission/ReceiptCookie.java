package twiza.submission;

import java.util.Optional;
import twiza.access.AuthorToken;
import twiza.http.Request;

/** Carries the author's token from a form sent without JavaScript to its receipt, for an hour. */
final class ReceiptCookie {

  private static final String NAME = "receipt";
  private static final String ATTRIBUTES =
      "; HttpOnly; SameSite=Strict; Path=/api/my; Max-Age=3600";

  private ReceiptCookie() {}

  static String of(AuthorToken token, String siteUrl) {
    String secure = siteUrl.startsWith("https:") ? "; Secure" : "";
    return NAME + "=" + token + ATTRIBUTES + secure;
  }

  static Optional<String> in(Request request) {
    return request.cookie(NAME);
  }
}
