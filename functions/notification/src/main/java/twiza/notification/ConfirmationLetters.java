package twiza.notification;

import java.time.Instant;
import java.util.Optional;
import twiza.access.ConfirmationCode;
import twiza.access.Fingerprints;
import twiza.event.Mails;
import twiza.idea.Author;
import twiza.idea.Dossier;
import twiza.idea.Entry;
import twiza.idea.Happening;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.Source;
import twiza.idea.State;

/**
 * Letters that ask for a proof that an address is read. Nobody knows yet who reads it: they greet
 * nobody by name, and no word of the author's stands in their subject.
 */
final class ConfirmationLetters {

  private final Links links;
  private final Fingerprints fingerprints;
  private final Letterhead letterhead;

  ConfirmationLetters(Links links, Fingerprints fingerprints, Letterhead letterhead) {
    this.links = links;
    this.fingerprints = fingerprints;
    this.letterhead = letterhead;
  }

  /** The first one: nothing when the address was confirmed or replaced meanwhile. */
  Optional<Letter> first(Dossier dossier, Mails.Mail mail, Instant now) {
    return Reader.of(dossier)
        .filter(Reader::mayOpen)
        .flatMap(reader -> letter("mail.confirm", dossier, reader, mail, now));
  }

  /**
   * About what staff entered for an author, or what was sent in a room: it is read whether or not
   * the address proves true, so that nothing is told of an expiry. Nothing when it was replaced.
   */
  Optional<Letter> entered(Dossier dossier, Mails.Mail mail, Instant now) {
    Idea idea = dossier.idea();
    if (idea.contactConfirmed() || isOver(expiry(idea), now) || isClosed(idea)) {
      return Optional.empty();
    }
    return Reader.of(dossier).filter(Reader::mayOpen).map(reader -> entered(dossier, reader, mail));
  }

  private Letter entered(Dossier dossier, Reader reader, Mails.Mail mail) {
    Idea idea = dossier.idea();
    Author author = reader.author();
    Draft draft = reader.draft();
    String key = dossier.source() == Source.ROOM ? "mail.inRoom" : "mail.entered";
    draft.greet().paragraph(key + ".text");
    title(draft, dossier);
    int serial = author.confirmation().serial();
    draft.button(
        "mail.newAddress.button", links.confirm(idea.id(), serial, expiry(idea), draft.language()));
    draft.link("mail.follow.link", links.follow(idea.id(), mail, author.language()));
    draft.paragraph("mail.follow.private").paragraph("mail.entered.ignore");
    return draft.answer(
        key, letterhead.of(idea.region()), "code", Isolated.of(idea.trackingCode()));
  }

  /** To the address that has to be confirmed, which may be another by now. */
  Optional<Letter> reminder(Dossier dossier, Mails.Mail mail, Instant now) {
    return Reader.awaited(dossier)
        .flatMap(reader -> letter("mail.confirmReminder", dossier, reader, mail, now));
  }

  private Optional<Letter> letter(
      String key, Dossier dossier, Reader reader, Mails.Mail mail, Instant now) {
    Idea idea = dossier.idea();
    if (idea.state() != State.UNCONFIRMED || isOver(expiry(idea), now)) {
      return Optional.empty();
    }
    Draft draft = reader.draft().greet().paragraph(key + ".text");
    title(draft, dossier);
    inTimeForARound(draft, idea);
    ask(draft, idea, reader.author());
    if (reader.mayOpen()) {
      String follow = links.follow(idea.id(), mail, reader.author().language());
      draft.link("mail.follow.link", follow).paragraph("mail.follow.private");
    }
    draft.paragraph("mail.confirm.ignore");
    return Optional.of(
        draft.answer(key, letterhead.of(idea.region()), "code", Isolated.of(idea.trackingCode())));
  }

  /** To an address that is to replace the author's; it opens nothing before it is confirmed. */
  Optional<Letter> newAddress(Dossier dossier, Happening asked, Instant now) {
    Idea idea = dossier.idea();
    Instant expiresAt = asked.at().plus(Idea.EXPIRE_UNCONFIRMED_AFTER);
    if (isOver(expiresAt, now) || askedAgain(dossier, asked) || isClosed(idea)) {
      return Optional.empty();
    }
    return dossier
        .author()
        .flatMap(
            author ->
                author
                    .pendingContact()
                    .map(
                        address -> {
                          Draft draft = new Draft(address.value(), author.language());
                          draft.greet().paragraph("mail.newAddress.text");
                          title(draft, dossier);
                          ask(draft, idea, author, expiresAt, "mail.newAddress.button");
                          draft.paragraph("mail.confirm.ignore");
                          return draft.answer("mail.newAddress", letterhead.of(idea.region()));
                        }));
  }

  /** The parts that ask for the confirmation of an idea's first address. */
  void ask(Draft draft, Idea idea, Author author) {
    ask(draft, idea, author, expiry(idea), "mail.confirm.button");
  }

  /** The same of an idea that may wait for its confirmation until a jury begins. */
  void askBefore(Instant jury, Draft draft, Idea idea, Author author) {
    Instant usual = expiry(idea);
    ask(draft, idea, author, usual.isBefore(jury) ? jury : usual, "mail.confirm.button");
  }

  private void ask(Draft draft, Idea idea, Author author, Instant expiresAt, String buttonKey) {
    int serial = author.confirmation().serial();
    draft.button(buttonKey, links.confirm(idea.id(), serial, expiresAt, draft.language()));
    draft.paragraph("mail.confirm.until", "at", draft.formats().dateTimeWithZone(expiresAt));
    if (!author.confirmation().codeIsVoid()) {
      draft.link("mail.confirm.type", links.confirmation(draft.language()));
      draft.code("field.trackingCode.label", idea.trackingCode());
      draft.code("field.code.label", ConfirmationCode.of(idea.id(), serial, fingerprints));
    }
  }

  /** Whether an idea waits for the confirmation of an address that its author gave first. */
  static boolean waitsFor(Dossier dossier, Instant now) {
    Idea idea = dossier.idea();
    return idea.state() == State.UNCONFIRMED
        && !isOver(expiry(idea), now)
        && dossier.author().filter(author -> author.pendingContact().isEmpty()).isPresent();
  }

  private static void title(Draft draft, Dossier dossier) {
    dossier.latest().ifPresent(r -> draft.quote(draft.text("mail.idea"), r.sheet().title()));
  }

  private static void inTimeForARound(Draft draft, Idea idea) {
    idea.entries().stream()
        .filter(Entry::isIn)
        .map(Entry::until)
        .min(Instant::compareTo)
        .ifPresent(
            until ->
                draft.paragraph(
                    "mail.confirm.round", "at", draft.formats().dateTimeWithZone(until)));
  }

  private static Instant expiry(Idea idea) {
    return idea.expiresAt();
  }

  private static boolean isOver(Instant expiresAt, Instant now) {
    return !expiresAt.isAfter(now);
  }

  private static boolean isClosed(Idea idea) {
    return idea.state() == State.WITHDRAWN || idea.state() == State.EXPIRED;
  }

  private static boolean askedAgain(Dossier dossier, Happening asked) {
    return dossier.history().stream()
        .anyMatch(
            h ->
                h.version() > asked.version() && h.event() instanceof IdeaEvent.ContactChangeAsked);
  }
}
