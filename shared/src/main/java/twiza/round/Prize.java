package twiza.round;

import java.util.Map;
import java.util.OptionalLong;
import twiza.place.Language;

/**
 * @param amount in whole dirhams, if it is money
 */
public record Prize(Map<Language, String> title, OptionalLong amount) {

  /** In characters. */
  public static final int LONGEST_TITLE = 160;

  public static final long LARGEST_AMOUNT = 100_000_000;
}
