package twiza.text;

import java.text.Normalizer;

/**
 * Makes what people paste into plain text: composed characters (NFC), no control characters, none
 * of those that reorder the text around them, no half of a surrogate pair.
 */
public final class PlainText {

  private static final String UNWANTED =
      "[\\p{Cc}&&[^\\n]]|[\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb]|\\p{Cs}";

  private PlainText() {}

  /** One line: what separates lines becomes a space. */
  public static String line(String text) {
    return paragraphs(text).replaceAll("\\s+", " ");
  }

  /** Several lines, separated by {@code \n}, at most one empty line between paragraphs. */
  public static String paragraphs(String text) {
    String lines = text.replaceAll("\\r\\n?|[\\u2028\\u2029\\u0085]", "\n").replace('\t', ' ');
    String plain = Normalizer.normalize(lines, Normalizer.Form.NFC).replaceAll(UNWANTED, "");
    return plain.replaceAll("[ \\u00a0]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
  }

  /** The digits of any script as 0 to 9. */
  public static String westernDigits(String text) {
    StringBuilder western = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
              western.appendCodePoint(digit < 0 ? c : '0' + digit);
            });
    return western.toString();
  }
}
