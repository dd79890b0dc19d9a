package twiza.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What opens an idea to its author: {@code <idea>.<secret>}, without expiry. Only the secret's hash
 * is kept. Secrets come out of the index key, so that a mail sent twice carries the same link.
 *
 * @param secret 22 characters of base64url
 */
public record AuthorToken(String idea, String secret) {

  private static final Pattern FORM =
      Pattern.compile("([0-9A-HJKMNP-TV-Z]{26})\\.([A-Za-z0-9_-]{22})");

  /** The token on the receipt. */
  public static AuthorToken onReceipt(String idea, Fingerprints fingerprints) {
    return new AuthorToken(idea, fingerprints.of("receipt", idea));
  }

  /**
   * The token in a mail.
   *
   * @param mail what the mail is about, and to whom
   */
  public static AuthorToken inMail(String idea, String mail, Fingerprints fingerprints) {
    return new AuthorToken(idea, fingerprints.of("mail", idea + " " + mail));
  }

  public static Optional<AuthorToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new AuthorToken(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** What is kept of it: the SHA-256 of the secret. */
  public String credential() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return idea + "." + secret;
  }
}
