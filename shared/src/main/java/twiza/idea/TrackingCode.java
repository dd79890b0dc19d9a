package twiza.idea;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A code that people read over the phone, such as {@code 7KM-2XQ-HRP}: eight random characters and
 * a check character, out of 31 that are hard to mistake (no 0 or O, no 1, I or L). The check is a
 * weighted sum modulo the prime 31, so that one wrong character, or any two swapped, never give
 * another valid code.
 */
public final class TrackingCode {

  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final int RANDOM_CHARACTERS = 8;

  private TrackingCode() {}

  public static String random(RandomGenerator random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return grouped(code.append(check(code)));
  }

  /** The code as it is kept, out of what somebody typed; empty when it can't be one. */
  public static Optional<String> parse(String typed) {
    String code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}.]", "");
    if (code.length() != RANDOM_CHARACTERS + 1
        || !code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    String body = code.substring(0, RANDOM_CHARACTERS);
    return check(body) == code.charAt(RANDOM_CHARACTERS)
        ? Optional.of(grouped(code))
        : Optional.empty();
  }

  private static char check(CharSequence body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (i + 1) * ALPHABET.indexOf(body.charAt(i));
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }

  private static String grouped(CharSequence code) {
    return code.subSequence(0, 3) + "-" + code.subSequence(3, 6) + "-" + code.subSequence(6, 9);
  }
}
