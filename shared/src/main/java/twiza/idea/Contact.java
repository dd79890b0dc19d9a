package twiza.idea;

/** How an author can be reached. */
public sealed interface Contact {

  /** The address as a person would write it. */
  String value();

  /**
   * @param value an address with one {@code @}, lower-cased in its domain part
   */
  record Email(String value) implements Contact {}

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
