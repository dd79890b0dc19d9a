package twiza.table;

import java.util.Locale;
import twiza.access.Fingerprints;
import twiza.idea.Contact;

/** Contacts as they stand in keys: to be found again, not to be read. */
final class Contacts {

  private final Fingerprints fingerprints;

  Contacts(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  String hash(Contact contact) {
    return switch (contact) {
      case Contact.Email(String value) -> fingerprints.of("email", value.toLowerCase(Locale.ROOT));
      case Contact.Phone(String value) -> fingerprints.of("phone", value);
    };
  }
}
