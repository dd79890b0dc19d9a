package twiza.idea;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import twiza.idea.IdeaEvent.Submitted;

/**
 * The life of an idea: which command is allowed when, and what follows. Pure: it takes the state,
 * the command and the time, and gives back events or a refusal.
 */
public final class IdeaLife {

  private IdeaLife() {}

  /** A new idea. It waits for its confirmation when its contact is an e-mail address. */
  public static Outcome.Accepted submit(String id, Submitted submitted, Instant now) {
    return new Outcome.Accepted(begin(id, submitted, now), List.of(submitted));
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
      case Command.DoWhatIsDue _ -> doWhatIsDue(idea, now);
    };
  }

  private static Outcome confirm(Idea idea, Instant now) {
    return switch (idea.state()) {
      case UNCONFIRMED -> accept(idea, new IdeaEvent.Confirmed(), "", now);
      case EXPIRED -> new Outcome.Refused(Refusal.EXPIRED);
      case WITHDRAWN -> new Outcome.Refused(Refusal.WITHDRAWN);
      case PENDING, CHANGES_REQUESTED, PUBLISHED, REJECTED, UNPUBLISHED ->
          new Outcome.Unchanged(idea);
    };
  }

  private static Outcome correct(Idea idea, Command.Correct correct, Instant now) {
    Optional<Refusal> closed = closed(idea);
    if (closed.isPresent()) {
      return new Outcome.Refused(closed.get());
    }
    if (idea.state() == State.REJECTED) {
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
    if (decide.choice() != Choice.APPROVE && decide.reason().isBlank()) {
      return new Outcome.Refused(Refusal.REASON_REQUIRED);
    }
    IdeaEvent event =
        switch (decide.choice()) {
          case APPROVE -> new IdeaEvent.Approved(decide.revision());
          case REQUEST_CHANGES -> new IdeaEvent.ChangesRequested(decide.revision());
          case REJECT -> new IdeaEvent.Rejected(decide.revision());
          case UNPUBLISH -> new IdeaEvent.Unpublished(decide.revision());
        };
    return accept(idea, event, decide.by(), now);
  }

  /** A new address that was confirmed confirms an idea that waited for its first one. */
  private static Outcome changeContact(Idea idea, Command.ChangeContact change, Instant now) {
    IdeaEvent changed = new IdeaEvent.ContactChanged(change.contact());
    if (idea.state() != State.UNCONFIRMED || change.contact() == Contact.Kind.PHONE) {
      return ifOpen(idea, changed, "", now);
    }
    Idea reachable = after(idea, changed, "", now);
    IdeaEvent confirmed = new IdeaEvent.Confirmed();
    return new Outcome.Accepted(after(reachable, confirmed, "", now), List.of(changed, confirmed));
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
    boolean over = !idea.submittedAt().plus(Idea.EXPIRE_UNCONFIRMED_AFTER).isAfter(now);
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

  private static Outcome accept(Idea idea, IdeaEvent event, String by, Instant now) {
    return new Outcome.Accepted(after(idea, event, by, now), List.of(event));
  }

  /** The state in which an idea begins. */
  public static Idea begin(String id, Submitted submitted, Instant at) {
    boolean byPhone = submitted.contact() == Contact.Kind.PHONE;
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(submitted.flags());
    if (byPhone) {
      flags.add(Flag.CONTACT_UNCONFIRMED);
    }
    return new Change(id, submitted, flags, at)
        .state(byPhone ? State.PENDING : State.UNCONFIRMED)
        .waitingSince(byPhone ? Optional.of(at) : Optional.empty())
        .idea();
  }

  /**
   * The state after an event: the only place that says what an event means, for a decision just
   * made and for a history replayed.
   */
  public static Idea after(Idea idea, IdeaEvent event, String by, Instant at) {
    Change change = new Change(idea, at);
    return switch (event) {
      case Submitted submitted -> begin(idea.id(), submitted, at);
      case IdeaEvent.Confirmed _ -> change.confirmed().waits(State.PENDING).idea();
      case IdeaEvent.ConfirmationReminded _ -> change.reminded().idea();
      case IdeaEvent.Expired _ -> change.state(State.EXPIRED).idea();
      case IdeaEvent.Corrected corrected -> corrected(idea, corrected, change);
      case IdeaEvent.PresentationChanged changed -> change.present(changed.presentation()).idea();
      case IdeaEvent.Approved approved ->
          change
              .stands(Choice.APPROVE, approved.revision(), by)
              .publish(approved.revision())
              .idea();
      case IdeaEvent.ChangesRequested asked ->
          change.stands(Choice.REQUEST_CHANGES, asked.revision(), by).ask().idea();
      case IdeaEvent.ChangesReminded reminded -> change.askedAgain(reminded.number()).idea();
      case IdeaEvent.Rejected rejected ->
          change
              .stands(Choice.REJECT, rejected.revision(), by)
              .unlessPublished(State.REJECTED)
              .idea();
      case IdeaEvent.Unpublished unpublished ->
          change
              .stands(Choice.UNPUBLISH, unpublished.revision(), by)
              .leave(State.UNPUBLISHED)
              .idea();
      case IdeaEvent.Withdrawn _ -> change.leave(State.WITHDRAWN).idea();
      case IdeaEvent.Erased erased -> change.erase(erased.textLeft()).idea();
      case IdeaEvent.ContactChangeAsked _ -> change.idea();
      case IdeaEvent.ContactChanged changed -> contactChanged(idea, changed, change);
    };
  }

  private static Idea corrected(Idea idea, IdeaEvent.Corrected corrected, Change change) {
    change.latest(corrected.revision());
    return switch (idea.state()) {
      case UNCONFIRMED -> change.idea();
      case PUBLISHED -> change.proposed(corrected.revision()).waits(State.PUBLISHED).idea();
      case PENDING, CHANGES_REQUESTED, UNPUBLISHED, REJECTED, WITHDRAWN, EXPIRED ->
          change.waits(State.PENDING).idea();
    };
  }

  /** Somebody who gives a phone number instead of an unconfirmed address waits for it no longer. */
  private static Idea contactChanged(Idea idea, IdeaEvent.ContactChanged changed, Change change) {
    change.contact(changed.contact());
    boolean byPhone = changed.contact() == Contact.Kind.PHONE;
    return idea.state() == State.UNCONFIRMED && byPhone
        ? change.waits(State.PENDING).idea()
        : change.idea();
  }
}
