package twiza.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What opens an interest to whoever asked: {@code <idea>.<interest>.<secret>}, without expiry. Only
 * the secret's hash is kept. Secrets come out of the index key, so that a mail sent twice carries
 * the same link.
 *
 * @param secret 22 characters of base64url
 */
public record InterestToken(String idea, String interest, String secret) {

  private static final String ID = "[0-9A-HJKMNP-TV-Z]{26}";
  private static final Pattern FORM =
      Pattern.compile("(" + ID + ")\\.(" + ID + ")\\.([A-Za-z0-9_-]{22})");

  /** The token on the receipt. */
  public static InterestToken onReceipt(String idea, String interest, Fingerprints fingerprints) {
    return of("interest receipt", idea, interest, "", fingerprints);
  }

  /**
   * The token in a mail.
   *
   * @param mail what the mail is about
   */
  public static InterestToken inMail(
      String idea, String interest, String mail, Fingerprints fingerprints) {
    return of("interest mail", idea, interest, " " + mail, fingerprints);
  }

  /** What only the first mail tells: who knows it reads that address. It opens nothing else. */
  public static InterestToken confirming(String idea, String interest, Fingerprints fingerprints) {
    return of("interest confirmation", idea, interest, "", fingerprints);
  }

  private static InterestToken of(
      String purpose, String idea, String interest, String more, Fingerprints fingerprints) {
    return new InterestToken(
        idea, interest, fingerprints.of(purpose, idea + " " + interest + more));
  }

  public static Optional<InterestToken> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new InterestToken(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** The six digits that stand beside the link in the first mail. */
  public static String code(String interest, Fingerprints fingerprints) {
    return ConfirmationCode.of("interest " + interest, 1, fingerprints);
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

  /** Compares in constant time. */
  public boolean matches(InterestToken other) {
    return MessageDigest.isEqual(
        toString().getBytes(StandardCharsets.US_ASCII),
        other.toString().getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return idea + "." + interest + "." + secret;
  }
}
