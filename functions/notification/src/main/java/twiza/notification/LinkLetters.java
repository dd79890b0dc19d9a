package twiza.notification;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import twiza.access.Fingerprints;
import twiza.access.InterestToken;
import twiza.event.Mails;
import twiza.idea.Dossier;
import twiza.idea.Ideas;
import twiza.idea.Revision;
import twiza.idea.Sheet;
import twiza.uptake.Interest;
import twiza.uptake.Party;
import twiza.uptake.Uptakes;
import twiza.uptake.Uptakes.Dealings;

/** The letter to somebody who has lost their link: everything their address may open. */
final class LinkLetters {

  /** An address rarely has more than a few ideas; the newest are listed. */
  private static final int MOST_LISTED = 50;

  private final Ideas ideas;
  private final Fingerprints fingerprints;
  private final Links links;
  private final ConfirmationLetters confirmations;
  private final Letterhead letterhead;
  private final Uptakes uptakes;

  LinkLetters(
      Ideas ideas,
      Uptakes uptakes,
      Fingerprints fingerprints,
      Links links,
      ConfirmationLetters confirmations,
      Letterhead letterhead) {
    this.ideas = ideas;
    this.uptakes = uptakes;
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
    List<Wish> wishes =
        uptakes.ofFingerprint(hash).stream()
            .limit(MOST_LISTED)
            .flatMap(named -> wish(named).stream())
            .toList();
    return opened.isEmpty() && wishes.isEmpty()
        ? Optional.empty()
        : Optional.of(letter(opened, wishes, mail, now));
  }

  /** Somebody's wish to build an idea. */
  private record Wish(Dealings dealings, Interest interest, Party.Person person) {}

  private Optional<Wish> wish(Uptakes.Named named) {
    return uptakes
        .find(named.idea())
        .flatMap(
            dealings ->
                dealings
                    .uptake()
                    .interest(named.interest())
                    .flatMap(
                        it ->
                            dealings
                                .person(it.id())
                                .map(person -> new Wish(dealings, it, person))));
  }

  private boolean isReachedAt(String hash, Dossier dossier) {
    return Reader.of(dossier)
        .map(reader -> fingerprints.of("email", reader.address().toLowerCase(Locale.ROOT)))
        .filter(hash::equals)
        .isPresent();
  }

  private Letter letter(List<Dossier> opened, List<Wish> wishes, Mails.Mail mail, Instant now) {
    Draft draft = opened.isEmpty() ? draft(wishes.getFirst()) : draft(opened.getFirst());
    draft.greet().paragraph("mail.links.text");
    opened.forEach(dossier -> list(draft, dossier, mail, now));
    wishes.forEach(wish -> list(draft, wish, mail));
    draft.paragraph("mail.links.private").paragraph("mail.links.ignore");
    Dossier newest = opened.isEmpty() ? wishes.getFirst().dealings().dossier() : opened.getFirst();
    return draft.answer("mail.links", letterhead.of(newest.idea().region()));
  }

  private static Draft draft(Dossier newest) {
    return Reader.of(newest).orElseThrow().draft();
  }

  private static Draft draft(Wish wish) {
    return new Draft(wish.person().contact().value(), wish.person().language());
  }

  /** Whoever has not confirmed has the link that does in an earlier mail. */
  private void list(Draft draft, Wish wish, Mails.Mail mail) {
    Dossier dossier = wish.dealings().dossier();
    String id = wish.interest().id();
    String title =
        dossier
            .latest()
            .map(Revision::sheet)
            .map(Sheet::title)
            .orElseGet(() -> draft.text("mail.interest.untitled"));
    draft.heading(Isolated.of(title));
    String stage = draft.text("interest.stage." + wish.interest().stage());
    draft.facts(List.of(new Letter.Fact(draft.text("mail.links.state"), stage)));
    InterestToken token = InterestToken.inMail(dossier.idea().id(), id, mail.event(), fingerprints);
    uptakes.addCredential(dossier.idea().id(), id, token.credential());
    draft.button("mail.interest.open", links.interest("token=" + token, draft.language()));
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
