package twiza.staff;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import twiza.access.Fingerprints;

/**
 * Somebody who asked to be let in. What the mail brings opens nothing without the nonce, which only
 * the browser has that asked.
 *
 * @param member empty when the address is nobody's
 * @param nonce hash of the browser's token
 */
public record SignIn(
    String id, Optional<String> member, String nonce, Instant expiresAt, int wrongCodes) {

  public static final Duration LASTS = Duration.ofMinutes(15);

  /** A sign-in leads nowhere once this many wrong codes were typed. */
  public static final int MOST_WRONG_CODES = 5;

  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /** Whether it still leads in, from the browser with this token. */
  public boolean isOpenTo(SessionToken browser, Instant now) {
    return expiresAt.isAfter(now)
        && wrongCodes < MOST_WRONG_CODES
        && MessageDigest.isEqual(
            nonce.getBytes(StandardCharsets.US_ASCII),
            browser.hash().getBytes(StandardCharsets.US_ASCII));
  }

  /** The six digits that the mail brings beside the link, to type where the sign-in was asked. */
  public static String code(String id, Fingerprints fingerprints) {
    byte[] hash = Base64.getUrlDecoder().decode(fingerprints.of("sign-in code", id));
    return String.format(Locale.ROOT, "%06d", new BigInteger(1, hash).mod(MILLION));
  }
}
