package twiza.text;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole number as people type it: {@code 50 000}, {@code 50.000,00 DH}, {@code ٥٠٬٠٠٠ درهم}. A
 * separator stands before each group of three digits, or nowhere, so that a decimal is never taken
 * for one. {@code shared.js} reads by the same pattern; both are held to the vectors in {@code
 * figures.tsv}.
 */
public final class Figure {

  private static final String SPACE = "[ \\t\\u00a0\\u2007\\u2009\\u202f]";
  private static final String DIRHAMS = "(?:MAD|DHS?|DIRHAMS?|درهم(?:ا|اً|ًا)?|دراهم|د\\.?م)\\.?";
  private static final String CENTS = "[.,٫]0{1,2}";
  private static final String PLAIN = "(\\d+)(?:" + CENTS + ")?";
  private static final String GROUPED =
      "([1-9]\\d{0,2}(" + SPACE + "|[.,'’٬٫،])\\d{3}(?:\\4\\d{3})*)(?:(?!\\4)" + CENTS + ")?";

  private static final Pattern FIGURE =
      Pattern.compile(
          (SPACE + "*(?:" + DIRHAMS + SPACE + "*)?(-?)(?:" + PLAIN + "|" + GROUPED + ")")
              + (SPACE + "*(?:" + DIRHAMS + ")?" + SPACE + "*"),
          Pattern.CASE_INSENSITIVE);

  /** Marks of direction, which a keyboard may leave between Arabic and digits. */
  private static final Pattern UNSEEN = Pattern.compile("[\\u200e\\u200f\\u061c]");

  /** What a script can count exactly: 2^53 - 1. */
  private static final long LARGEST = 9_007_199_254_740_991L;

  private static final int LONGEST = 16;

  private Figure() {}

  /**
   * @return empty when it is none, not a whole one, or larger than a script can count
   */
  public static OptionalLong read(String typed) {
    String text = UNSEEN.matcher(PlainText.westernDigits(typed)).replaceAll("");
    Matcher figure = FIGURE.matcher(text);
    if (!figure.matches()) {
      return OptionalLong.empty();
    }
    String whole = figure.group(2) == null ? figure.group(3) : figure.group(2);
    String digits = whole.replaceAll("\\D", "");
    long value = digits.length() > LONGEST ? Long.MAX_VALUE : Long.parseLong(digits);
    return value > LARGEST
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(figure.group(1) + digits));
  }
}
