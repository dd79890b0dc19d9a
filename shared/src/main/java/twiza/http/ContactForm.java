package twiza.http;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import twiza.idea.Contact;

/** Reads how an author can be reached: one e-mail address or one phone number. */
public final class ContactForm {

  private static final int LONGEST = 254;
  private static final String COUNTRY = "MA";

  private ContactForm() {}

  /**
   * @param prefix of the fields' paths, such as {@code author.}
   * @return empty when it is missing or wrong, which the input will tell
   */
  public static Optional<Contact> read(Input input, String prefix) {
    String email = input.optionalLine(prefix + "email", LONGEST);
    String phone = input.optionalLine(prefix + "phone", 40);
    if (email.isEmpty() == phone.isEmpty()) {
      input.refuse(prefix + "email", email.isEmpty() ? "REQUIRED" : "ONE_CONTACT");
      return Optional.empty();
    }
    return email.isEmpty()
        ? phone(input, prefix + "phone", phone).map(Contact.class::cast)
        : email(input, prefix + "email", email).map(Contact.class::cast);
  }

  public static Optional<Contact.Email> email(Input input, String field, String typed) {
    Optional<Contact.Email> email = Contact.Email.parse(typed);
    if (email.isEmpty()) {
      input.refuse(field, "NOT_AN_EMAIL");
    }
    return email;
  }

  private static Optional<Contact.Phone> phone(Input input, String field, String typed) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(typed, COUNTRY);
      if (numbers.isValidNumber(number)) {
        return Optional.of(new Contact.Phone(numbers.format(number, PhoneNumberFormat.E164)));
      }
    } catch (NumberParseException e) {
      // No number at all: told below like one that does not exist.
    }
    input.refuse(field, "NOT_A_PHONE");
    return Optional.empty();
  }
}
