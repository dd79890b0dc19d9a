package twiza.idea;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import twiza.idea.IdeaEvent.Submitted;

/**
 * The life of an idea: which command is allowed when, and what follows. Pure: it takes the state,
 * the command and the time, and gives back events or a refusal.
 */
public final class IdeaLife {

  private IdeaLife() {}

  /**
   * A new idea. It waits for its confirmation when its author sent it with an e-mail address, and
   * for a moderator otherwise.
   */
  public static Outcome.Accepted submit(String id, Submitted submitted, Instant now) {
    return new Outcome.Accepted(Consequences.begin(id, submitted, now), List.of(submitted));
  }

  /** A new idea that was sent for a round. */
  public static Outcome.Accepted submit(
      String id, Submitted submitted, IdeaEvent.Entered entered, Instant now) {
    Idea begun = submit(id, submitted, now).idea();
    return new Outcome.Accepted(after(begun, entered, "", now), List.of(submitted, entered));
  }

  public static Outcome decide(Idea idea, Command command, Instant now) {
    return switch (command) {
      case Command.Confirm _ -> confirm(idea, now);
      case Command.Correct correct -> correct(idea, correct, now);
      case Command.Present present -> present(idea, present, now);
      case Command.Withdraw _ -> withdraw(idea, now);
      case Command.Erase erase -> erase(idea, erase, now);
      case Command.Decide decide -> moderate(idea, decide, now);
      case Command.AskContactChange _ -> ifOpen(idea, new IdeaEvent.ContactChangeAsked(), "", now);
      case Command.ChangeContact change -> changeContact(idea, change, now);
      case Command.Bounce bounce -> bounce(idea, bounce, now);
      case Command.RecordCall call -> recordCall(idea, call, now);
      case Command.WriteNote note -> writeNote(idea, note, now);
      case Command.Translate translate -> translate(idea, translate, now);
      case Command.UndoImport _ -> undoImport(idea, now);
      case Command.Report report -> report(idea, report, now);
      case Command.Dismiss _ -> dismiss(idea, now);
      case Command.RemindOfWaiting remind -> remindOfWaiting(idea, remind.patience(), now);
      case Command.EndRetention end -> endRetention(idea, end.retention(), now);
      case Command.Enter enter -> enter(idea, enter, now);
      case Command.LeaveRound leave -> leaveRound(idea, leave.round(), now);
      case Command.ProlongEntry prolong -> prolongEntry(idea, prolong, now);
      case Command.OpenJudging open -> openJudging(idea, open, now);
      case Command.CloseJudging close -> closeJudging(idea, close.round(), now);
      case Command.Move move -> ofRound(idea, new IdeaEvent.EntryMoved(move.round()), now);
      case Command.CallOff off -> ofRound(idea, new IdeaEvent.EntryCalledOff(off.round()), now);
      case Command.TakeAward take -> takeAward(idea, take, now);
      case Command.AnswerNaming answer -> answerNaming(idea, answer, now);
      case Command.TellResults tell -> tellResults(idea, tell.round(), now);
      case Command.DoWhatIsDue _ -> doWhatIsDue(idea, now);
    };
  }

  private static Outcome confirm(Idea idea, Instant now) {
    return switch (idea.state()) {
      case UNCONFIRMED -> accept(idea, new IdeaEvent.Confirmed(), "", now);
      case EXPIRED -> new Outcome.Refused(Refusal.EXPIRED);
      case WITHDRAWN -> new Outcome.Refused(Refusal.WITHDRAWN);
      case PENDING, CHANGES_REQUESTED, PUBLISHED, REJECTED, UNPUBLISHED ->
          idea.contactConfirmed() || idea.contact() == Contact.Kind.PHONE || idea.erased()
              ? new Outcome.Unchanged(idea)
              : accept(idea, new IdeaEvent.Confirmed(), "", now);
    };
  }

  private static Outcome correct(Idea idea, Command.Correct correct, Instant now) {
    Optional<Refusal> closed = closed(idea);
    if (closed.isPresent()) {
      return new Outcome.Refused(closed.get());
    }
    if (idea.state() == State.REJECTED && idea.answer().isPresent()) {
      return new Outcome.Refused(Refusal.REJECTED);
    }
    if (correct.basedOn() != idea.latest()) {
      return new Outcome.Refused(Refusal.OTHER_REVISION);
    }
    boolean waits = idea.state() != State.UNCONFIRMED;
    return accept(idea, new IdeaEvent.Corrected(idea.latest() + 1, waits), "", now);
  }

  private static Outcome present(Idea idea, Command.Present present, Instant now) {
    if (present.presentation().equals(idea.presentation())) {
      return new Outcome.Unchanged(idea);
    }
    return ifOpen(idea, new IdeaEvent.PresentationChanged(present.presentation()), "", now);
  }

  private static Outcome withdraw(Idea idea, Instant now) {
    return idea.state() == State.WITHDRAWN
        ? new Outcome.Unchanged(idea)
        : ifOpen(idea, new IdeaEvent.Withdrawn(), "", now);
  }

  private static Outcome erase(Idea idea, Command.Erase erase, Instant now) {
    if (idea.erased()) {
      return new Outcome.Unchanged(idea);
    }
    if (erase.leaveText() && idea.state() != State.PUBLISHED) {
      return new Outcome.Refused(Refusal.NOT_PUBLISHED);
    }
    return accept(idea, new IdeaEvent.Erased(erase.leaveText()), "", now);
  }

  private static Outcome moderate(Idea idea, Command.Decide decide, Instant now) {
    boolean waits = idea.waiting().equals(OptionalInt.of(decide.revision()));
    boolean unpublishes = decide.choice() == Choice.UNPUBLISH;
    if (waits && !unpublishes) {
      return rule(idea, decide, now);
    }
    if (unpublishes && idea.state() == State.PUBLISHED && idea.shown() == decide.revision()) {
      return rule(idea, decide, now);
    }
    if (idea.standing().filter(s -> s.revision() == decide.revision()).isPresent()) {
      return new Outcome.Unchanged(idea);
    }
    if (unpublishes && idea.shown() == decide.revision()) {
      return new Outcome.Refused(closed(idea).orElse(Refusal.NOT_PUBLISHED));
    }
    return new Outcome.Refused(closed(idea).orElse(Refusal.OTHER_REVISION));
  }

  private static Outcome rule(Idea idea, Command.Decide decide, Instant now) {
    Optional<Refusal> forbidden = forbidden(idea, decide);
    if (forbidden.isPresent()) {
      return new Outcome.Refused(forbidden.get());
    }
    IdeaEvent event =
        switch (decide.choice()) {
          case APPROVE -> new IdeaEvent.Approved(decide.revision());
          case REQUEST_CHANGES -> new IdeaEvent.ChangesRequested(decide.revision());
          case REJECT -> new IdeaEvent.Rejected(decide.revision());
          case UNPUBLISH -> new IdeaEvent.Unpublished(decide.revision());
        };
    List<IdeaEvent> events = new ArrayList<>(List.of(event));
    if (decide.choice() == Choice.APPROVE) {
      idea.entries().stream()
          .filter(entry -> entry.place() == Entry.Place.HELD)
          .filter(entry -> !decide.done().contains(entry.round()))
          .map(entry -> new IdeaEvent.Admitted(entry.round(), decide.revision()))
          .forEach(events::add);
    }
    return accept(idea, events, decide.by(), now);
  }

  private static Optional<Refusal> forbidden(Idea idea, Command.Decide decide) {
    boolean approves = decide.choice() == Choice.APPROVE;
    boolean again = idea.closedTo().filter(decide.by()::equals).isPresent();
    if (again && decide.choice() != Choice.UNPUBLISH) {
      return Optional.of(Refusal.SECOND_MODERATOR);
    }
    if (approves && idea.flags().contains(Flag.NO_CONSENT)) {
      return Optional.of(Refusal.CONSENT_REQUIRED);
    }
    return !approves && decide.reason().isBlank()
        ? Optional.of(Refusal.REASON_REQUIRED)
        : Optional.empty();
  }

  /** A new address that was confirmed confirms an idea that waited for its first one. */
  private static Outcome changeContact(Idea idea, Command.ChangeContact change, Instant now) {
    IdeaEvent changed = new IdeaEvent.ContactChanged(change.contact());
    if (idea.state() != State.UNCONFIRMED || change.contact() == Contact.Kind.PHONE) {
      return ifOpen(idea, changed, "", now);
    }
    return accept(idea, List.of(changed, new IdeaEvent.Confirmed()), "", now);
  }

  /** Bounces of older mails say nothing new. */
  private static Outcome bounce(Idea idea, Command.Bounce bounce, Instant now) {
    boolean known =
        idea.call()
            .filter(call -> call.why() == Call.Why.BOUNCED && call.told() >= bounce.told())
            .isPresent();
    return known || idea.contact() == Contact.Kind.PHONE
        ? new Outcome.Unchanged(idea)
        : ifOpen(idea, new IdeaEvent.MailBounced(bounce.told()), "", now);
  }

  /** The call comes last: whatever it led to, its author has heard of. */
  private static Outcome recordCall(Idea idea, Command.RecordCall call, Instant now) {
    Optional<Refusal> closed = closed(idea);
    if (closed.isPresent()) {
      return new Outcome.Refused(closed.get());
    }
    boolean reached = call.result() == Call.Result.REACHED;
    boolean confirmed = reached && call.confirms() && !idea.contactConfirmed();
    List<IdeaEvent> events = new ArrayList<>();
    if (confirmed && idea.state() == State.UNCONFIRMED) {
      events.add(new IdeaEvent.Confirmed());
    }
    if (reached && idea.flags().contains(Flag.NO_CONSENT)) {
      call.consent()
          .map(version -> new IdeaEvent.ConsentRecorded(version, Consented.PHONE))
          .ifPresent(events::add);
    }
    events.add(new IdeaEvent.CallRecorded(call.result(), confirmed));
    return accept(idea, events, call.by(), now);
  }

  private static Outcome writeNote(Idea idea, Command.WriteNote note, Instant now) {
    if (note.removed() && !idea.noted()) {
      return new Outcome.Unchanged(idea);
    }
    return note.removed()
        ? accept(idea, new IdeaEvent.Noted(true), "", now)
        : ifPublished(idea, new IdeaEvent.Noted(false), now);
  }

  private static Outcome translate(Idea idea, Command.Translate translate, Instant now) {
    if (translate.language() == idea.language()) {
      return new Outcome.Refused(Refusal.SAME_LANGUAGE);
    }
    int revision = idea.published().orElse(0);
    return ifPublished(
        idea, new IdeaEvent.Translated(translate.language(), revision, translate.removed()), now);
  }

  /** What somebody decided about or corrected since is more than a row of a file. */
  private static Outcome undoImport(Idea idea, Instant now) {
    boolean touched = idea.standing().isPresent() || idea.latest() > 1;
    return touched || idea.erased()
        ? new Outcome.Unchanged(idea)
        : accept(idea, new IdeaEvent.Erased(false), "", now);
  }

  private static Outcome report(Idea idea, Command.Report report, Instant now) {
    return idea.reports().filter(reports -> reports.count() >= Idea.MOST_REPORTS).isPresent()
        ? new Outcome.Unchanged(idea)
        : ifPublished(idea, new IdeaEvent.Reported(report.kind()), now);
  }

  private static Outcome dismiss(Idea idea, Instant now) {
    return idea.reports().isPresent()
        ? accept(idea, new IdeaEvent.ReportsDismissed(), "", now)
        : new Outcome.Unchanged(idea);
  }

  /**
   * A whole file is work for weeks: its ideas stand in the queue, and nobody gets a mail of each.
   */
  private static Outcome remindOfWaiting(Idea idea, Patience patience, Instant now) {
    if (idea.queuedSince().isEmpty()
        || idea.flags().contains(Flag.IMPORTED)
        || idea.notices().contains(Notice.ESCALATED)) {
      return new Outcome.Unchanged(idea);
    }
    Duration waited = Duration.between(idea.queuedSince().get(), now);
    if (waited.compareTo(patience.escalate()) >= 0) {
      return accept(idea, new IdeaEvent.Escalated(), "", now);
    }
    boolean reminded = idea.notices().contains(Notice.REMINDED);
    return reminded || waited.compareTo(patience.remind()) < 0
        ? new Outcome.Unchanged(idea)
        : accept(idea, new IdeaEvent.ModeratorsReminded(), "", now);
  }

  private static Outcome endRetention(Idea idea, Retention retention, Instant now) {
    boolean over =
        retention
            .over(idea.state(), now)
            .filter(since -> !idea.changedAt().isAfter(since))
            .isPresent();
    return over && !idea.erased()
        ? accept(idea, new IdeaEvent.Erased(false), "", now)
        : new Outcome.Unchanged(idea);
  }

  /** What the moderators have refused, or hidden, takes no part in anything. */
  private static Outcome enter(Idea idea, Command.Enter enter, Instant now) {
    Optional<Entry> before = idea.entry(enter.round());
    if (before.filter(Entry::isIn).isPresent()) {
      return new Outcome.Unchanged(idea);
    }
    boolean refused = idea.state() == State.REJECTED || idea.state() == State.UNPUBLISHED;
    return refused
        ? new Outcome.Refused(Refusal.NOT_PUBLISHED)
        : ifOpen(idea, new IdeaEvent.Entered(enter.round(), enter.via(), enter.until()), "", now);
  }

  private static Outcome leaveRound(Idea idea, String round, Instant now) {
    Optional<Entry> entry = idea.entry(round);
    if (entry.filter(it -> it.place() == Entry.Place.LEFT).isPresent()) {
      return new Outcome.Unchanged(idea);
    }
    return entry.filter(Entry::isIn).isPresent()
        ? accept(idea, new IdeaEvent.EntryLeft(round), "", now)
        : new Outcome.Refused(Refusal.NOT_ENTERED);
  }

  /** Only what could expire has to know. */
  private static Outcome prolongEntry(Idea idea, Command.ProlongEntry prolong, Instant now) {
    boolean waits =
        idea.state() == State.UNCONFIRMED
            && idea.entry(prolong.round())
                .filter(entry -> entry.place() == Entry.Place.ENTERED)
                .filter(entry -> entry.until().isBefore(prolong.until()))
                .isPresent();
    return waits
        ? accept(idea, new IdeaEvent.EntryProlonged(prolong.round(), prolong.until()), "", now)
        : new Outcome.Unchanged(idea);
  }

  /** Nothing is left out for a moderator's slowness. */
  private static Outcome openJudging(Idea idea, Command.OpenJudging open, Instant now) {
    Optional<Entry> entry = idea.entry(open.round());
    if (entry.filter(it -> it.place() == Entry.Place.ENTERED).isEmpty()) {
      return new Outcome.Unchanged(idea);
    }
    IdeaEvent event =
        switch (open.then()) {
          case PUBLISHED, PENDING ->
              open.revision().isPresent()
                  ? new IdeaEvent.Admitted(open.round(), open.revision().getAsInt())
                  : new IdeaEvent.EntryHeld(open.round());
          case UNCONFIRMED, CHANGES_REQUESTED, REJECTED, UNPUBLISHED, WITHDRAWN, EXPIRED ->
              new IdeaEvent.EntryUnready(open.round());
        };
    return accept(idea, event, "", now);
  }

  private static Outcome closeJudging(Idea idea, String round, Instant now) {
    return idea.entry(round).filter(Entry::isBeforeTheJury).isPresent()
        ? accept(idea, new IdeaEvent.EntryUnready(round), "", now)
        : new Outcome.Unchanged(idea);
  }

  /** Whoever is written to hears of the round itself. */
  private static Outcome ofRound(Idea idea, IdeaEvent.OfEntry event, Instant now) {
    boolean concerned =
        idea.contact() == Contact.Kind.PHONE
            && closed(idea).isEmpty()
            && idea.entry(event.round())
                .filter(entry -> entry.standing(idea.state()) != Entry.Standing.OUT)
                .isPresent();
    return concerned ? accept(idea, event, "", now) : new Outcome.Unchanged(idea);
  }

  /** What its author took back for good stays without. */
  private static Outcome takeAward(Idea idea, Command.TakeAward take, Instant now) {
    Optional<Entry> entry = idea.entry(take.round()).filter(it -> it.revision().isPresent());
    if (entry.isEmpty()) {
      return new Outcome.Refused(Refusal.NOT_ENTERED);
    }
    boolean has = entry.get().award().filter(it -> it.place() == take.place()).isPresent();
    return has || idea.state() == State.WITHDRAWN
        ? new Outcome.Unchanged(idea)
        : accept(idea, new IdeaEvent.Awarded(take.round(), take.place(), take.title()), "", now);
  }

  private static Outcome answerNaming(Idea idea, Command.AnswerNaming answer, Instant now) {
    Optional<Award> award =
        idea.entry(answer.round())
            .flatMap(Entry::award)
            .filter(it -> it.place() == Award.Place.WINNER);
    if (award.isEmpty()) {
      return new Outcome.Refused(Refusal.NOT_A_WINNER);
    }
    return award.get().named().equals(Optional.of(answer.named()))
        ? new Outcome.Unchanged(idea)
        : ifOpen(idea, new IdeaEvent.NamingAnswered(answer.round(), answer.named()), "", now);
  }

  private static Outcome tellResults(Idea idea, String round, Instant now) {
    return idea.entry(round).filter(it -> it.revision().isPresent()).isEmpty()
        ? new Outcome.Refused(Refusal.NOT_ENTERED)
        : ifOpen(idea, new IdeaEvent.ResultsToTell(round), "", now);
  }

  private static Outcome doWhatIsDue(Idea idea, Instant now) {
    if (idea.dueAt().filter(due -> !due.isAfter(now)).isEmpty()) {
      return new Outcome.Unchanged(idea);
    }
    if (idea.state() != State.UNCONFIRMED) {
      Idea.Asked asked = idea.asked().orElseThrow();
      boolean late = !asked.since().plus(Idea.REMIND_ASKED_AGAIN).isAfter(now);
      return accept(idea, new IdeaEvent.ChangesReminded(late ? 2 : 1), "", now);
    }
    boolean over = !idea.expiresAt().isAfter(now);
    return accept(
        idea, over ? new IdeaEvent.Expired() : new IdeaEvent.ConfirmationReminded(), "", now);
  }

  private static Outcome ifOpen(Idea idea, IdeaEvent event, String by, Instant now) {
    return closed(idea)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> accept(idea, event, by, now));
  }

  private static Optional<Refusal> closed(Idea idea) {
    if (idea.erased()) {
      return Optional.of(Refusal.WITHDRAWN);
    }
    return switch (idea.state()) {
      case WITHDRAWN -> Optional.of(Refusal.WITHDRAWN);
      case EXPIRED -> Optional.of(Refusal.EXPIRED);
      case UNCONFIRMED, PENDING, CHANGES_REQUESTED, PUBLISHED, REJECTED, UNPUBLISHED ->
          Optional.empty();
    };
  }

  private static Outcome ifPublished(Idea idea, IdeaEvent event, Instant now) {
    return idea.state() == State.PUBLISHED
        ? accept(idea, event, "", now)
        : new Outcome.Refused(closed(idea).orElse(Refusal.NOT_PUBLISHED));
  }

  private static Outcome accept(Idea idea, IdeaEvent event, String by, Instant now) {
    return accept(idea, List.of(event), by, now);
  }

  private static Outcome accept(Idea idea, List<IdeaEvent> events, String by, Instant now) {
    Idea current = idea;
    for (IdeaEvent event : events) {
      current = after(current, event, by, now);
    }
    return new Outcome.Accepted(current, List.copyOf(events));
  }

  /** The state after an event, for a decision just made and for a history replayed. */
  public static Idea after(Idea idea, IdeaEvent event, String by, Instant at) {
    return Consequences.of(idea, event, by, at);
  }
}
