package twiza.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of a person inside a sentence of the system, which may run the other way: between the
 * Unicode signs for an isolate in plain text, in a {@code <bdi>} in HTML.
 */
final class Isolated {

  private static final char BEGIN = '\u2068';
  private static final char END = '\u2069';
  private static final Pattern ISOLATE = Pattern.compile(BEGIN + "([^" + END + "]*)" + END);

  /** What would break the line, or the isolate: control characters and signs of direction. */
  private static final Pattern UNWANTED =
      Pattern.compile("[\\s\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

  private Isolated() {}

  static String of(String words) {
    return BEGIN + UNWANTED.matcher(words).replaceAll(" ").strip() + END;
  }

  /** A piece of a sentence. */
  record Run(String text, boolean isolated) {}

  static List<Run> runs(String sentence) {
    List<Run> runs = new ArrayList<>();
    Matcher matcher = ISOLATE.matcher(sentence);
    int from = 0;
    while (matcher.find()) {
      runs.add(new Run(sentence.substring(from, matcher.start()), false));
      runs.add(new Run(matcher.group(1), true));
      from = matcher.end();
    }
    runs.add(new Run(sentence.substring(from), false));
    return runs.stream().filter(run -> !run.text().isEmpty()).toList();
  }
}
