package twiza.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser keeps to show who it is: an id, and a secret of which only the hash is kept here.
 *
 * @param id of a member, or of a sign-in that is on its way
 * @param secret 22 characters of base64url
 */
public record SessionToken(String id, String secret) {

  private static final int BYTES = 16;
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]{22,26})\\.([A-Za-z0-9_-]{22})");

  /**
   * @param random that nobody can foresee
   */
  public static SessionToken fresh(String id, Random random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new SessionToken(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public static Optional<SessionToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new SessionToken(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** What is kept of it: the SHA-256 of the whole. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(toString().getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return id + "." + secret;
  }
}
