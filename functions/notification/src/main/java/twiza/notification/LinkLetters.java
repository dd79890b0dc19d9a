package twiza.notification;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import twiza.access.Fingerprints;
import twiza.event.Mails;
import twiza.idea.Dossier;
import twiza.idea.Ideas;
import twiza.idea.Revision;

/** The letter to somebody who has lost their link: everything their address may open. */
final class LinkLetters {

  /** An address rarely has more than a few ideas; the newest are listed. */
  private static final int MOST_LISTED = 50;

  private final Ideas ideas;
  private final Fingerprints fingerprints;
  private final Links links;
  private final ConfirmationLetters confirmations;
  private final Letterhead letterhead;

  LinkLetters(
      Ideas ideas,
      Fingerprints fingerprints,
      Links links,
      ConfirmationLetters confirmations,
      Letterhead letterhead) {
    this.ideas = ideas;
    this.fingerprints = fingerprints;
    this.links = links;
    this.confirmations = confirmations;
    this.letterhead = letterhead;
  }

  /**
   * Empty when the address opens nothing.
   *
   * @param hash fingerprint of the address
   */
  Optional<Letter> write(String hash, Mails.Mail mail, Instant now) {
    List<Dossier> opened =
        ideas.ofFingerprint(hash).stream()
            .sorted(Comparator.reverseOrder())
            .limit(MOST_LISTED)
            .flatMap(id -> ideas.find(id).stream())
            .filter(dossier -> isReachedAt(hash, dossier))
            .toList();
    return opened.isEmpty() ? Optional.empty() : Optional.of(letter(opened, mail, now));
  }

  private boolean isReachedAt(String hash, Dossier dossier) {
    return Reader.of(dossier)
        .map(reader -> fingerprints.of("email", reader.address().toLowerCase(Locale.ROOT)))
        .filter(hash::equals)
        .isPresent();
  }

  private Letter letter(List<Dossier> opened, Mails.Mail mail, Instant now) {
    Dossier newest = opened.getFirst();
    Draft draft = Reader.of(newest).orElseThrow().draft().greet();
    draft.paragraph("mail.links.text");
    opened.forEach(dossier -> list(draft, dossier, mail, now));
    draft.paragraph("mail.links.private").paragraph("mail.links.ignore");
    return draft.answer("mail.links", letterhead.of(newest.idea().region()));
  }

  private void list(Draft draft, Dossier dossier, Mails.Mail mail, Instant now) {
    String title = dossier.latest().map(Revision::sheet).orElseThrow().title();
    draft.heading(Isolated.of(title));
    String state = draft.text("state." + dossier.idea().state().name());
    draft.facts(
        List.of(
            new Letter.Fact(draft.text("field.trackingCode.label"), dossier.idea().trackingCode()),
            new Letter.Fact(draft.text("mail.links.state"), state)));
    String follow = links.follow(dossier.idea().id(), mail, draft.language());
    if (ConfirmationLetters.waitsFor(dossier, now)) {
      confirmations.ask(draft, dossier.idea(), dossier.author().orElseThrow());
      draft.link("mail.follow.link", follow);
    } else {
      draft.button("mail.follow.button", follow);
    }
  }
}
