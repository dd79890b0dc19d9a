package twiza.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a text when only the letters count: the one rule by which search, slugs and
 * duplicates take two spellings for the same. {@code folding.js} of the site folds alike; both are
 * held to the vectors in {@code folding.tsv}.
 */
public final class Folding {

  /** Marks that sit on letters, the line that draws a word out, and what can't be seen. */
  private static final Pattern DROPPED = Pattern.compile("[\\p{M}\\p{Cf}\\u0640]");

  private static final String FROM = "ٱىةڭݣگکیھہ’ʼ‘`";
  private static final String TO = "ايهككككيهه''''";

  private Folding() {}

  /**
   * Decomposes (NFKD), strips marks and tatweel, takes the letters of Moroccan and Persian
   * keyboards for those of Arabic, writes digits as 0 to 9 and œ as oe, and lowers the case.
   */
  public static String fold(String text) {
    String bare = DROPPED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder folded = new StringBuilder(bare.length());
    String lower = PlainText.westernDigits(bare).toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      switch (letter) {
        case 'œ' -> folded.append("oe");
        case 'æ' -> folded.append("ae");
        case 'ß' -> folded.append("ss");
        default -> {
          int place = FROM.indexOf(letter);
          folded.append(place < 0 ? letter : TO.charAt(place));
        }
      }
    }
    return folded.toString();
  }
}
