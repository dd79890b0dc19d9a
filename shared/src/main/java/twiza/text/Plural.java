package twiza.text;

import java.util.Locale;
import twiza.place.Language;

/**
 * The form that a language gives to what is counted. The rules are those that Unicode CLDR 47 has
 * for whole numbers ({@code common/supplemental/plurals.xml}, type {@code cardinal}), as browsers
 * have them in {@code Intl.PluralRules}; it has none for {@code zgh}, which takes the root's single
 * form.
 */
enum Plural {
  ZERO,
  ONE,
  TWO,
  FEW,
  MANY,
  OTHER;

  private static final long HUNDRED = 100;
  private static final long MILLION = 1_000_000;
  private static final int FEWEST = 3;
  private static final int MOST_OF_FEW = 10;

  /** The form for a whole number; its sign does not count. */
  static Plural of(Language language, long number) {
    long counted = Math.abs(number);
    return switch (language) {
      case FR -> french(counted);
      case AR -> arabic(counted);
      case EN -> counted == 1 ? ONE : OTHER;
      case ZGH -> OTHER;
    };
  }

  /** What follows the key of a message of this form. */
  String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  private static Plural french(long counted) {
    if (counted <= 1) {
      return ONE;
    }
    return counted % MILLION == 0 ? MANY : OTHER;
  }

  private static Plural arabic(long counted) {
    if (counted <= 2) {
      return counted == 0 ? ZERO : counted == 1 ? ONE : TWO;
    }
    long rest = counted % HUNDRED;
    if (rest < FEWEST) {
      return OTHER;
    }
    return rest <= MOST_OF_FEW ? FEW : MANY;
  }
}
