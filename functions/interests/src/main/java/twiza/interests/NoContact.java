package twiza.interests;

import java.util.regex.Pattern;
import twiza.http.Input;
import twiza.text.PlainText;

/**
 * What may be read by whoever must not know yet how somebody is reached, or by everybody. It looks
 * for addresses, links, names in social networks and numbers; whoever spells them out gets through.
 */
final class NoContact {

  /** As people write them: {@code itto (at) example.org} too. */
  private static final String ADDRESS =
      "[^\\s@]+@[^\\s@]+\\.[^\\s@]+|[(\\[]\\s*(?:at|arobase|آت)\\s*[)\\]]";

  private static final String LINK =
      "\\w://|\\bwww\\.|\\w\\.(?:com|net|org|info|ma|me|fr|io|app|page|link|tv|co)(?![\\w.])"
          + "|\\w\\.(?:com|net|org|ma|me|ly)/";

  private static final String HANDLE = "(?<![\\w@])@\\w{2,}";

  /** Digits that can be a number, however they are parted. */
  private static final String NUMBER =
      "(?:\\d[\\s.()/_*|·•،\\-\\u2010-\\u2015]*){9,}"
          + "|(?<!\\d)(?:(?:\\+|00)?212|0)[^\\p{L}\\d]{0,3}[5-8](?:[^\\p{L}\\d]{0,3}\\d){8}(?!\\d)";

  private static final Pattern CONTACT =
      Pattern.compile(
          String.join("|", ADDRESS, LINK, HANDLE, NUMBER), Pattern.UNICODE_CHARACTER_CLASS);

  private NoContact() {}

  /** Refuses a field whose text tells how somebody is reached. */
  static void in(Input input, String field, String text) {
    if (CONTACT.matcher(PlainText.westernDigits(text)).find()) {
      input.refuse(field, "CONTACT_IN_TEXT");
    }
  }
}
