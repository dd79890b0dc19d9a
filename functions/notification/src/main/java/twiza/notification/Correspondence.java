package twiza.notification;

import java.time.Instant;
import java.util.Optional;
import twiza.access.Fingerprints;
import twiza.event.Mails;
import twiza.idea.Dossier;
import twiza.idea.Happening;
import twiza.idea.IdeaEvent;
import twiza.idea.Ideas;
import twiza.idea.Queue;
import twiza.place.Places;
import twiza.staff.Moderator;
import twiza.staff.Moderators;

/** Writes the letter that an errand asks for, out of what stands in the table now. */
final class Correspondence {

  private final Ideas ideas;
  private final Moderators moderators;
  private final ConfirmationLetters confirmations;
  private final AuthorLetters toAuthors;
  private final ModeratorLetters toModerators;
  private final LinkLetters withLinks;

  Correspondence(
      Ideas ideas, Queue queue, Moderators moderators, Fingerprints fingerprints, Links links) {
    Places places = Places.load();
    this.ideas = ideas;
    this.moderators = moderators;
    this.confirmations = new ConfirmationLetters(links, fingerprints, places);
    this.toAuthors = new AuthorLetters(links, places);
    this.toModerators = new ModeratorLetters(links, queue, places);
    this.withLinks = new LinkLetters(ideas, fingerprints, links, confirmations, places);
  }

  /** Empty when the errand makes no sense any more, or its recipient is gone. */
  Optional<Letter> write(Errand errand, Instant now) {
    return switch (errand.kind()) {
      case Errand.LINKS_ASKED -> withLinks.write(errand.id(), errand.mail(), now);
      case Errand.DIGEST_DUE ->
          moderator(errand).flatMap(moderator -> toModerators.digest(moderator, now));
      default -> aboutIdea(errand, now);
    };
  }

  /** The letter to its author that an idea was sent. */
  Letter rehearse(Dossier specimen, Errand errand) {
    return about(specimen, errand, specimen.idea().submittedAt()).orElseThrow();
  }

  private Optional<Moderator> moderator(Errand errand) {
    return errand.moderator().flatMap(moderators::find);
  }

  private Optional<Letter> aboutIdea(Errand errand, Instant now) {
    return about(ideas.find(errand.id()).orElseThrow(), errand, now);
  }

  private Optional<Letter> about(Dossier dossier, Errand errand, Instant now) {
    Happening happening =
        dossier.history().stream()
            .filter(h -> h.version() == errand.version())
            .findFirst()
            .orElseThrow();
    return switch (errand.recipient()) {
      case Errand.AUTHOR -> toAuthor(dossier, happening, errand.mail(), now);
      case Errand.NEW_ADDRESS -> confirmations.newAddress(dossier, happening, now);
      default ->
          moderator(errand)
              .flatMap(moderator -> toModerators.toDecide(dossier, happening, moderator, now));
    };
  }

  private Optional<Letter> toAuthor(
      Dossier dossier, Happening happening, Mails.Mail mail, Instant now) {
    if (happening.event() instanceof IdeaEvent.Submitted) {
      return confirmations.first(dossier, mail, now);
    }
    if (happening.event() instanceof IdeaEvent.ConfirmationReminded) {
      return confirmations.reminder(dossier, mail, now);
    }
    return toAuthors.write(dossier, happening, mail);
  }
}
