package twiza.round;

import java.util.List;
import java.util.Map;
import twiza.place.Language;

/**
 * What the jury marks from 1 to 5.
 *
 * @param code stable, in UPPER_SNAKE
 * @param weight in percent of the whole mark
 * @param levels what each mark means, 1 first; five of them in each language that has any
 */
public record Criterion(
    String code, int weight, Map<Language, String> title, Map<Language, List<String>> levels) {

  public static final int LEVELS = 5;

  /** In characters. */
  public static final int LONGEST_CODE = 40;

  public static final int LONGEST_TITLE = 80;
  public static final int LONGEST_LEVEL = 200;
}
