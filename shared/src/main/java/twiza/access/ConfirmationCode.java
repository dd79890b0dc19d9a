package twiza.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/** The six digits that stand beside the link in a mail, for whoever types rather than presses. */
public final class ConfirmationCode {

  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private ConfirmationCode() {}

  /**
   * @param serial of the address asked to confirm
   */
  public static String of(String idea, int serial, Fingerprints fingerprints) {
    byte[] hash =
        Base64.getUrlDecoder().decode(fingerprints.of("confirmation code", idea + " " + serial));
    return String.format(Locale.ROOT, "%06d", new BigInteger(1, hash).mod(MILLION));
  }

  /** Compares in constant time. */
  public static boolean matches(String typed, String code) {
    String digits = typed.replaceAll("[\\s\\p{Pd}]", "");
    return MessageDigest.isEqual(
        digits.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
  }
}
