package twiza.notification;

import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Dossier;

/** An author who can be written to. */
record Reader(Author author, String address) {

  /** Empty when the author is erased, or has a phone only. */
  static Optional<Reader> of(Dossier dossier) {
    return dossier
        .author()
        .flatMap(author -> address(author).map(email -> new Reader(author, email.value())));
  }

  static Optional<Contact.Email> address(Author author) {
    return author.contact() instanceof Contact.Email email ? Optional.of(email) : Optional.empty();
  }

  Draft draft() {
    return new Draft(address, author.language());
  }
}
