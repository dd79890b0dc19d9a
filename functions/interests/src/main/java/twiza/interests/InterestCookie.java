package twiza.interests;

import java.util.Optional;
import twiza.access.InterestToken;
import twiza.http.Request;

/** Carries the token from a form sent without JavaScript to its receipt, for an hour. */
final class InterestCookie {

  private static final String NAME = "interest";
  private static final String ATTRIBUTES =
      "; HttpOnly; SameSite=Strict; Path=/api/my; Max-Age=3600";

  private InterestCookie() {}

  static String of(InterestToken token, String siteUrl) {
    String secure = siteUrl.startsWith("https:") ? "; Secure" : "";
    return NAME + "=" + token + ATTRIBUTES + secure;
  }

  static Optional<String> in(Request request) {
    return request.cookie(NAME);
  }
}
