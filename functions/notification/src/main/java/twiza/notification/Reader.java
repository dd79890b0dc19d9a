package twiza.notification;

import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Dossier;

/**
 * An author who can be written to.
 *
 * @param known whether the address is known to be theirs: nobody else is greeted by name
 */
record Reader(Author author, String address, boolean known) {

  /** Empty when the author is erased, or has a phone only. */
  static Optional<Reader> of(Dossier dossier) {
    return dossier
        .author()
        .flatMap(
            author ->
                address(author)
                    .map(
                        email ->
                            new Reader(author, email.value(), dossier.idea().contactConfirmed())));
  }

  /** The same at the address that is to be confirmed, if another than the first one is. */
  static Optional<Reader> awaited(Dossier dossier) {
    return of(dossier)
        .map(
            reader ->
                reader.isElsewhere()
                    ? new Reader(reader.author, reader.replacement().value(), false)
                    : reader);
  }

  static Optional<Contact.Email> address(Author author) {
    return author.contact() instanceof Contact.Email email ? Optional.of(email) : Optional.empty();
  }

  /**
   * Whether the author has replaced an address that was never confirmed: it may be a stranger's.
   */
  private boolean isElsewhere() {
    return !known && author.pendingContact().isPresent();
  }

  private Contact.Email replacement() {
    return author.pendingContact().orElseThrow();
  }

  /** Whether a private link may stand in the letter: a replaced address opens nothing yet. */
  boolean mayOpen() {
    return !isElsewhere();
  }

  Draft draft() {
    return new Draft(address, author.language());
  }

  /** A letter that begins with the name of whoever is known to read it. */
  Draft greeted() {
    return known ? draft().greet(author) : draft().greet();
  }

  /** What a subject calls the idea: no word of an author's lures a stranger there. */
  String inSubject(String title, Dossier dossier) {
    return known ? title : Isolated.of(dossier.idea().trackingCode());
  }
}
