package twiza.notification;

import java.util.List;
import java.util.Optional;
import twiza.event.Mails;
import twiza.idea.Dossier;
import twiza.idea.Happening;
import twiza.idea.Idea;
import twiza.idea.IdeaEvent;
import twiza.idea.Revision;
import twiza.idea.State;

/** Letters that tell an author what became of the idea. Each carries a private link. */
final class AuthorLetters {

  private final Links links;
  private final Letterhead letterhead;

  AuthorLetters(Links links, Letterhead letterhead) {
    this.links = links;
    this.letterhead = letterhead;
  }

  /** What is told, to whom, and by which mail. */
  private record Matter(Dossier dossier, Happening happening, Reader reader, Mails.Mail mail) {

    Idea idea() {
      return dossier.idea();
    }

    String title(int revision) {
      return Isolated.of(
          dossier
              .revision(revision)
              .or(dossier::latest)
              .map(Revision::sheet)
              .orElseThrow()
              .title());
    }

    String title() {
      return title(idea().latest());
    }
  }

  /** Empty when there is nothing to tell any more, or nobody to tell it to. */
  Optional<Letter> write(Dossier dossier, Happening happening, Mails.Mail mail) {
    return reader(dossier, happening.event())
        .filter(_ -> !isOutdated(dossier.idea(), happening.event()))
        .flatMap(reader -> letter(new Matter(dossier, happening, reader, mail)));
  }

  /** What was never confirmed is told where it was to be confirmed. */
  private static Optional<Reader> reader(Dossier dossier, IdeaEvent event) {
    return event instanceof IdeaEvent.Expired ? Reader.awaited(dossier) : Reader.of(dossier);
  }

  /** An author who has withdrawn the idea wants to hear of nothing but that. */
  private static boolean isOutdated(Idea idea, IdeaEvent event) {
    boolean withdrawn = idea.state() == State.WITHDRAWN;
    if (event instanceof IdeaEvent.Withdrawn) {
      return !withdrawn;
    }
    return withdrawn
        || (event instanceof IdeaEvent.Approved && idea.published().isEmpty())
        || (event instanceof IdeaEvent.ChangesReminded && idea.asked().isEmpty());
  }

  private Optional<Letter> letter(Matter matter) {
    return switch (matter.happening().event()) {
      case IdeaEvent.Confirmed _ -> Optional.of(plain(matter, "mail.received", matter.title()));
      case IdeaEvent.Approved approved -> Optional.of(published(matter, approved.revision()));
      case IdeaEvent.ChangesRequested asked -> Optional.of(changesAsked(matter, asked.revision()));
      case IdeaEvent.ChangesReminded _ -> Optional.of(changesReminder(matter));
      case IdeaEvent.Rejected rejected -> Optional.of(rejected(matter, rejected.revision()));
      case IdeaEvent.Unpublished unpublished ->
          Optional.of(plain(matter, "mail.unpublished", matter.title(unpublished.revision())));
      case IdeaEvent.Expired _ -> Optional.of(expired(matter));
      case IdeaEvent.Withdrawn _ -> Optional.of(withdrawn(matter));
      case IdeaEvent.ContactChangeAsked _ -> contactChange(matter);
      case IdeaEvent.Submitted _,
          IdeaEvent.ConfirmationReminded _,
          IdeaEvent.Corrected _,
          IdeaEvent.PresentationChanged _,
          IdeaEvent.Erased _,
          IdeaEvent.ContactChanged _,
          IdeaEvent.MailBounced _,
          IdeaEvent.CallRecorded _,
          IdeaEvent.ConsentRecorded _,
          IdeaEvent.Noted _,
          IdeaEvent.Translated _,
          IdeaEvent.Reported _,
          IdeaEvent.ReportsDismissed _,
          IdeaEvent.ModeratorsReminded _,
          IdeaEvent.Escalated _,
          IdeaEvent.Entered _,
          IdeaEvent.EntryProlonged _,
          IdeaEvent.EntryHeld _,
          IdeaEvent.Admitted _,
          IdeaEvent.EntryLeft _,
          IdeaEvent.EntryUnready _,
          IdeaEvent.EntryMoved _,
          IdeaEvent.EntryCalledOff _,
          IdeaEvent.Awarded _,
          IdeaEvent.NamingAnswered _,
          IdeaEvent.ResultsToTell _ ->
          Optional.empty();
    };
  }

  private Letter published(Matter matter, int revision) {
    boolean again = wasPublished(matter);
    String title = matter.title(revision);
    String key = again ? "mail.publishedCorrection" : "mail.published";
    Draft draft = begin(matter, key, title).reason(matter.happening().reason());
    draft.button("mail.public", links.published(matter.idea().id(), draft.language()));
    draft.link("mail.follow.link", follow(matter));
    return end(draft, matter, key, title);
  }

  private Letter changesAsked(Matter matter, int revision) {
    String title = matter.title(revision);
    String key = wasPublished(matter) ? "mail.changesCorrection" : "mail.changes";
    Draft draft = begin(matter, key, title).reason(matter.happening().reason());
    draft.button("mail.correct", follow(matter));
    return end(draft, matter, key, title);
  }

  private Letter changesReminder(Matter matter) {
    String key = "mail.changesReminder";
    Draft draft = begin(matter, key, matter.title()).reason(reasonAsked(matter));
    draft.paragraph("mail.changesReminder.stay");
    draft.button("mail.correct", follow(matter));
    return end(draft, matter, key, matter.title());
  }

  private Letter rejected(Matter matter, int revision) {
    String title = matter.title(revision);
    if (wasPublished(matter)) {
      return plain(matter, "mail.rejectedCorrection", title);
    }
    String key = "mail.rejected";
    Draft draft = begin(matter, key, title).reason(matter.happening().reason());
    if (matter.idea().abilities().contains(Idea.Ability.ANSWER)) {
      draft.paragraph("mail.rejected.answer");
    }
    draft.button("mail.follow.button", follow(matter));
    return end(draft, matter, key, title);
  }

  private Letter expired(Matter matter) {
    Draft draft = matter.reader().draft().greet().paragraph("mail.expired.text");
    draft.quote(draft.text("mail.idea"), matter.dossier().latest().orElseThrow().sheet().title());
    draft.button("mail.submitAgain", links.submission(draft.language()));
    if (matter.reader().mayOpen()) {
      draft.link("mail.follow.erase", follow(matter)).paragraph("mail.follow.private");
    }
    return close(draft, matter, "mail.expired", matter.title());
  }

  private Letter withdrawn(Matter matter) {
    Draft draft = begin(matter, "mail.withdrawn", matter.title());
    draft.link("mail.follow.erase", follow(matter));
    return end(draft, matter, "mail.withdrawn", matter.title());
  }

  /** To the address on file, while it still is the one; a confirmed one only. */
  private Optional<Letter> contactChange(Matter matter) {
    boolean waits = matter.reader().author().pendingContact().isPresent();
    return waits && matter.idea().contactConfirmed()
        ? Optional.of(plain(matter, "mail.contactChange", matter.title()))
        : Optional.empty();
  }

  /** What happened, the reason if there is one, and the private link. */
  private Letter plain(Matter matter, String key, String title) {
    Draft draft = begin(matter, key, title).reason(matter.happening().reason());
    draft.button("mail.follow.button", follow(matter));
    return end(draft, matter, key, title);
  }

  private Draft begin(Matter matter, String key, String title) {
    return matter.reader().greeted().paragraph(key + ".text", "title", title);
  }

  private Letter end(Draft draft, Matter matter, String key, String title) {
    return close(draft.paragraph("mail.follow.private"), matter, key, title);
  }

  private Letter close(Draft draft, Matter matter, String key, String title) {
    return draft
        .fact("field.trackingCode.label", matter.idea().trackingCode())
        .notice(
            key,
            letterhead.of(matter.idea().region()),
            "title",
            matter.reader().inSubject(title, matter.dossier()));
  }

  private String follow(Matter matter) {
    return links.follow(matter.idea().id(), matter.mail(), matter.reader().author().language());
  }

  /** Whether a text was public when this happened. */
  private static boolean wasPublished(Matter matter) {
    boolean published = false;
    for (Happening earlier : matter.dossier().history()) {
      if (earlier.version() >= matter.happening().version()) {
        break;
      }
      if (earlier.event() instanceof IdeaEvent.Approved) {
        published = true;
      } else if (earlier.event() instanceof IdeaEvent.Unpublished) {
        published = false;
      }
    }
    return published;
  }

  private static String reasonAsked(Matter matter) {
    List<Happening> history = matter.dossier().history();
    return history.reversed().stream()
        .filter(h -> h.event() instanceof IdeaEvent.ChangesRequested)
        .findFirst()
        .map(Happening::reason)
        .orElse("");
  }
}
