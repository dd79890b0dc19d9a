package twiza.idea;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an author can be reached. */
public sealed interface Contact {

  /** The address as a person would write it. */
  String value();

  /**
   * @param value an address with one {@code @}, lower-cased in its domain part
   */
  record Email(String value) implements Contact {

    private static final Pattern FORM =
        Pattern.compile("([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([^\\s@.]+(?:\\.[^\\s@.]+)+)");

    /** Reads what somebody typed; a domain of any script becomes its form in ASCII. */
    public static Optional<Email> parse(String typed) {
      Matcher matcher = FORM.matcher(typed);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      try {
        String domain = IDN.toASCII(matcher.group(2)).toLowerCase(Locale.ROOT);
        return Optional.of(new Email(matcher.group(1) + "@" + domain));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * @param value E.164, such as {@code +212612345678}
   */
  record Phone(String value) implements Contact {}

  default Kind kind() {
    return switch (this) {
      case Email _ -> Kind.EMAIL;
      case Phone _ -> Kind.PHONE;
    };
  }

  enum Kind {
    EMAIL,
    PHONE
  }
}
