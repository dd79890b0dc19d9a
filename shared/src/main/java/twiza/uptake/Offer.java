package twiza.uptake;

import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Contact;
import twiza.idea.Dossier;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.idea.State;

/**
 * What has to be known of an idea to decide about those who want it.
 *
 * @param published whether it is in the bank
 * @param intention what its author would like to happen
 * @param author how the author is reached; empty once erased
 */
public record Offer(
    boolean published, Optional<Sheet.Intention> intention, Optional<Contact.Kind> author) {

  public static Offer of(Dossier dossier) {
    Optional<Sheet> sheet =
        dossier.idea().published().isPresent()
            ? dossier.revision(dossier.idea().published().getAsInt()).map(Revision::sheet)
            : Optional.empty();
    return new Offer(
        dossier.idea().state() == State.PUBLISHED,
        sheet.flatMap(text -> text.details().intention()),
        dossier.author().map(Author::contact).map(Contact::kind));
  }
}
