package twiza.idea;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import twiza.idea.IdeaEvent.Submitted;

/** The only place that says what an event means for the idea that it happens to. */
final class Consequences {

  private Consequences() {}

  /** The state in which an idea begins. */
  static Idea begin(String id, Submitted submitted, Instant at) {
    return calling(begun(id, submitted, at), submitted).idea();
  }

  static Idea of(Idea idea, IdeaEvent event, String by, Instant at) {
    return calling(happened(idea, event, by, at), event).idea();
  }

  private static Change begun(String id, Submitted submitted, Instant at) {
    boolean byPhone = submitted.contact() == Contact.Kind.PHONE;
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(submitted.flags());
    if (submitted.source() == Source.IMPORT) {
      flags.add(Flag.IMPORTED);
    }
    Change change = new Change(id, submitted, flags, at).consented(submitted.consentedOn());
    return byPhone || submitted.source().isUnconfirmedAtFirst()
        ? change.state(State.PENDING).waitingSince(Optional.of(at)).unconfirmed()
        : change;
  }

  private static Change happened(Idea idea, IdeaEvent event, String by, Instant at) {
    Change change = new Change(idea, at);
    return switch (event) {
      case Submitted submitted -> begun(idea.id(), submitted, at);
      case IdeaEvent.Confirmed _ -> confirmed(idea, change);
      case IdeaEvent.ConfirmationReminded _ -> change.reminded();
      case IdeaEvent.Expired _ -> change.state(State.EXPIRED);
      case IdeaEvent.Corrected corrected -> corrected(idea, corrected.revision(), change);
      case IdeaEvent.PresentationChanged changed -> change.present(changed.presentation());
      case IdeaEvent.Approved approved -> approved(approved.revision(), by, change);
      case IdeaEvent.ChangesRequested asked ->
          change.stands(Choice.REQUEST_CHANGES, asked.revision(), by).ask();
      case IdeaEvent.ChangesReminded reminded -> change.askedAgain(reminded.number());
      case IdeaEvent.Rejected rejected -> rejected(rejected.revision(), by, change);
      case IdeaEvent.Unpublished unpublished ->
          change.stands(Choice.UNPUBLISH, unpublished.revision(), by).leave(State.UNPUBLISHED);
      case IdeaEvent.Withdrawn _ -> change.leave(State.WITHDRAWN);
      case IdeaEvent.Erased erased -> change.erase(erased.textLeft());
      case IdeaEvent.ContactChanged changed -> contactChanged(idea, changed.contact(), change);
      case IdeaEvent.CallRecorded call -> called(call, change);
      case IdeaEvent.ConsentRecorded consent -> change.consented(consent.consentedOn());
      case IdeaEvent.Noted noted -> change.noted(!noted.removed());
      case IdeaEvent.Reported _ -> change.reported();
      case IdeaEvent.ReportsDismissed _ -> change.looked();
      case IdeaEvent.ModeratorsReminded _ -> change.noticed(Notice.REMINDED);
      case IdeaEvent.Escalated _ -> change.noticed(Notice.ESCALATED);
      case IdeaEvent.Entered entered -> change.entry(Entry.of(entered, at));
      case IdeaEvent.EntryProlonged longer -> change.prolonged(longer.round(), longer.until());
      case IdeaEvent.EntryHeld held -> change.entry(held.round(), Entry.Place.HELD);
      case IdeaEvent.Admitted admitted -> change.admitted(admitted.round(), admitted.revision());
      case IdeaEvent.EntryLeft left -> change.entry(left.round(), Entry.Place.LEFT);
      case IdeaEvent.EntryUnready unready -> change.entry(unready.round(), Entry.Place.UNREADY);
      case IdeaEvent.Awarded awarded -> change.awarded(awarded);
      case IdeaEvent.NamingAnswered answered -> change.named(answered.round(), answered.named());
      case IdeaEvent.ContactChangeAsked _,
          IdeaEvent.MailBounced _,
          IdeaEvent.Translated _,
          IdeaEvent.ResultsToTell _,
          IdeaEvent.EntryMoved _,
          IdeaEvent.EntryCalledOff _ ->
          change;
    };
  }

  private static Change confirmed(Idea idea, Change change) {
    change.confirmed();
    return idea.state() == State.UNCONFIRMED ? change.waits(State.PENDING) : change;
  }

  private static Change approved(int revision, String by, Change change) {
    return change.stands(Choice.APPROVE, revision, by).publish(revision).settled();
  }

  private static Change rejected(int revision, String by, Change change) {
    return change.stands(Choice.REJECT, revision, by).unlessPublished(State.REJECTED).settled();
  }

  private static Change corrected(Idea idea, int revision, Change change) {
    change.latest(revision);
    return switch (idea.state()) {
      case UNCONFIRMED -> change;
      case PUBLISHED -> change.proposed(revision).waits(State.PUBLISHED);
      case REJECTED -> change.answers();
      case PENDING, CHANGES_REQUESTED, UNPUBLISHED, WITHDRAWN, EXPIRED ->
          change.waits(State.PENDING);
    };
  }

  /** Somebody who gives a phone number instead of an unconfirmed address waits for it no longer. */
  private static Change contactChanged(Idea idea, Contact.Kind contact, Change change) {
    change.contact(contact).reachable(true);
    return idea.state() == State.UNCONFIRMED && change.isByPhone()
        ? change.waits(State.PENDING)
        : change;
  }

  private static Change called(IdeaEvent.CallRecorded call, Change change) {
    if (call.confirmed()) {
      change.confirmed();
    }
    return switch (call.result()) {
      case REACHED -> change.noCall().reachable(true);
      case NO_ANSWER -> change.calledInVain();
      case WRONG_CONTACT -> change.noCall().reachable(false);
    };
  }

  /** Whether the author has to be called after an event, or no more. */
  private static Change calling(Change change, IdeaEvent event) {
    return switch (event) {
      case IdeaEvent.ConfirmationReminded _ -> change.toCall(Call.Why.NOT_CONFIRMED);
      case IdeaEvent.MailBounced bounced -> change.toCall(Call.Why.BOUNCED, bounced.told());
      case IdeaEvent.ResultsToTell _ ->
          change.toCall(change.isByPhone() ? Call.Why.NO_EMAIL : Call.Why.BOUNCED);
      case IdeaEvent.ContactChanged _ -> elsewhere(change);
      case IdeaEvent.Confirmed _, IdeaEvent.Expired _, IdeaEvent.Withdrawn _, IdeaEvent.Erased _ ->
          change.noCall();
      case Submitted _,
          IdeaEvent.Approved _,
          IdeaEvent.ChangesRequested _,
          IdeaEvent.ChangesReminded _,
          IdeaEvent.Rejected _,
          IdeaEvent.Unpublished _,
          IdeaEvent.ContactChangeAsked _,
          IdeaEvent.EntryUnready _,
          IdeaEvent.EntryMoved _,
          IdeaEvent.EntryCalledOff _ ->
          change.isByPhone() ? change.toCall(Call.Why.NO_EMAIL) : change;
      case IdeaEvent.Corrected _,
          IdeaEvent.PresentationChanged _,
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
          IdeaEvent.Awarded _,
          IdeaEvent.NamingAnswered _ ->
          change;
    };
  }

  /** A new number has to prove true; at a new address the author is written to. */
  private static Change elsewhere(Change change) {
    return change.isByPhone() ? change.toCall(Call.Why.NO_EMAIL) : change.noCall();
  }
}
