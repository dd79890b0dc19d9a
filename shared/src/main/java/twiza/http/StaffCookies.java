package twiza.http;

import java.time.Duration;
import twiza.staff.Session;
import twiza.staff.SessionToken;
import twiza.staff.SignIn;

/**
 * What a browser keeps of its owner's being staff. On a site with encryption the names say that no
 * other host can have set them.
 */
public final class StaffCookies {

  private StaffCookies() {}

  /** Name of the session's cookie. */
  public static String session(String site) {
    return prefix(site) + "session";
  }

  /** Name of the cookie that ties a sign-in to the browser in which it was asked for. */
  public static String nonce(String site) {
    return prefix(site) + "nonce";
  }

  public static String session(SessionToken token, String site) {
    return cookie(session(site), token.toString(), Session.LASTS, site);
  }

  public static String nonce(SessionToken token, String site) {
    return cookie(nonce(site), token.toString(), SignIn.LASTS, site);
  }

  /** Ends what a cookie of this name has begun. */
  public static String gone(String name, String site) {
    return cookie(name, "", Duration.ZERO, site);
  }

  private static String cookie(String name, String value, Duration lasts, String site) {
    String secure = isEncrypted(site) ? "; Secure" : "";
    return name
        + "="
        + value
        + "; HttpOnly; SameSite=Strict; Path=/; Max-Age="
        + lasts.toSeconds()
        + secure;
  }

  private static String prefix(String site) {
    return isEncrypted(site) ? "__Host-" : "";
  }

  private static boolean isEncrypted(String site) {
    return site.startsWith("https:");
  }
}
