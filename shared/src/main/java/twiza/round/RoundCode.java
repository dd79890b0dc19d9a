package twiza.round;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A code that lets an idea into a round, such as {@code K7MX2Q}: on the wall of a room, or told to
 * one author. No 0 or O, no 1, I or L.
 */
public final class RoundCode {

  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  /** For all in a room to type. */
  public static final int ROOM = 6;

  /** For one author. */
  public static final int LATE = 10;

  private RoundCode() {}

  public static String random(RandomGenerator random, int length) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < length; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** A code as it was made, out of what somebody typed. */
  public static String normal(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}.]", "");
  }
}
