package twiza.uptake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import twiza.idea.Call;
import twiza.idea.Contact;

/**
 * From somebody's wish to build an idea to a cooperative that runs: which command is allowed when,
 * and what follows. Pure: it takes the state, the command, what the idea is, how long things may
 * take and the time, and gives back an event or a refusal. Silence is never consent: nothing here
 * agrees but an answer.
 */
public final class UptakeLife {

  private final Uptake uptake;
  private final Offer offer;
  private final Terms terms;
  private final Instant now;

  private UptakeLife(Uptake uptake, Offer offer, Terms terms, Instant now) {
    this.uptake = uptake;
    this.offer = offer;
    this.terms = terms;
    this.now = now;
  }

  public static UptakeOutcome decide(
      Uptake uptake, UptakeCommand command, Offer offer, Terms terms, Instant now) {
    return new UptakeLife(uptake, offer, terms, now).decide(command);
  }

  private UptakeOutcome decide(UptakeCommand command) {
    return switch (command) {
      case UptakeCommand.Ask ask -> ask(ask);
      case UptakeCommand.Start start -> start(start);
      case UptakeCommand.Confirm confirm ->
          known(confirm.interest(), it -> confirm(it, confirm.known()));
      case UptakeCommand.Answer answer ->
          known(answer.interest(), it -> answer.agree() ? agree(it) : decline(it));
      case UptakeCommand.Report report ->
          known(report.interest(), it -> report(it, report.progress()));
      case UptakeCommand.Withdraw withdraw -> known(withdraw.interest(), this::withdraw);
      case UptakeCommand.Erase erase -> known(erase.interest(), this::erase);
      case UptakeCommand.Unregister unregister -> known(unregister.interest(), this::unregister);
      case UptakeCommand.RecordCall call -> known(call.interest(), it -> recordCall(it, call));
      case UptakeCommand.Bounce bounce -> known(bounce.interest(), it -> bounce(it, bounce.whom()));
      case UptakeCommand.DoWhatIsDue _ -> doWhatIsDue();
    };
  }

  private interface About {
    UptakeOutcome decide(Interest interest);
  }

  private UptakeOutcome known(String id, About about) {
    return uptake
        .interest(id)
        .map(about::decide)
        .orElseGet(() -> refused(new UptakeRefusal.NoSuchInterest()));
  }

  private UptakeOutcome ask(UptakeCommand.Ask ask) {
    if (!isOffered()) {
      return refused(new UptakeRefusal.NotOffered());
    }
    Aim aim = Aim.of(offer.intention());
    if (uptake.waiting() >= Uptake.MOST_WAITING) {
      return refused(new UptakeRefusal.TooMany());
    }
    Optional<UptakeRefusal> refusal =
        aim == Aim.JOIN ? Optional.empty() : reserved(ask.province(), "");
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    Turn turn =
        Turn.begin(
                ask.interest(), aim, ask.kind(), ask.province(), ask.contact(), ask.flagged(), now)
            .members(ask.members());
    return accepted(
        turn,
        new UptakeEvent.Asked(ask.interest(), aim, ask.kind(), ask.province()),
        Set.of(Whom.PARTY));
  }

  /**
   * @param but the id of the one who may hold it
   */
  private Optional<UptakeRefusal> reserved(String province, String but) {
    return uptake
        .holder(province, now)
        .filter(holder -> !holder.id().equals(but))
        .map(holder -> new UptakeRefusal.Reserved(province, holder.reservedUntil().orElseThrow()));
  }

  private UptakeOutcome start(UptakeCommand.Start start) {
    if (!isOffered()) {
      return refused(new UptakeRefusal.NotOffered());
    }
    if (uptake.carrier().isPresent()) {
      return refused(new UptakeRefusal.AlreadyStarted());
    }
    Optional<UptakeRefusal> refusal = reserved(start.province(), "");
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    Contact.Kind contact = offer.author().orElseThrow();
    Turn turn =
        Turn.begin(
                start.interest(),
                Aim.CARRY,
                Interest.Kind.AUTHOR,
                start.province(),
                contact,
                false,
                now)
            .members(start.members())
            .agreed(terms)
            .stage(Stage.IN_PREPARATION);
    Instant until = now.plus(terms.reservation());
    return accepted(
        turn, new UptakeEvent.Started(start.interest(), start.province(), until), Set.of());
  }

  /** Only whoever is reached at a contact learns that it has asked before. */
  private UptakeOutcome confirm(Interest it, boolean known) {
    if (it.stage() != Stage.UNCONFIRMED) {
      return it.stage().isOver() ? over() : new UptakeOutcome.Unchanged(uptake);
    }
    if (!isOffered()) {
      return refused(new UptakeRefusal.NotOffered());
    }
    if (!Deadlines.expiry(it).isAfter(now)) {
      return over();
    }
    if (known) {
      return refused(new UptakeRefusal.AlreadyAsked());
    }
    if (uptake.waiting() >= Uptake.MOST_WAITING) {
      return refused(new UptakeRefusal.TooMany());
    }
    Turn turn = new Turn(it, now).stage(Stage.INTERESTED).noCalls();
    return accepted(turn, new UptakeEvent.Confirmed(it.id()), Set.of(Whom.AUTHOR));
  }

  private UptakeOutcome agree(Interest it) {
    if (it.stage() != Stage.INTERESTED) {
      return answered(it, it.agreedAt().isPresent());
    }
    if (!isOffered()) {
      return refused(new UptakeRefusal.NotOffered());
    }
    Optional<UptakeRefusal> refusal =
        it.aim() == Aim.JOIN ? Optional.empty() : reserved(it.province(), it.id());
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    Turn turn = new Turn(it, now).stage(Stage.AGREED).agreed(terms).noCalls();
    return accepted(turn, new UptakeEvent.Agreed(it.id()), EnumSet.allOf(Whom.class));
  }

  private UptakeOutcome decline(Interest it) {
    if (it.stage() != Stage.INTERESTED) {
      return answered(it, it.stage() == Stage.DECLINED);
    }
    Turn turn = new Turn(it, now).over(Stage.DECLINED);
    return accepted(turn, new UptakeEvent.Declined(it.id()), Set.of(Whom.PARTY));
  }

  private UptakeOutcome answered(Interest it, boolean so) {
    if (so) {
      return new UptakeOutcome.Unchanged(uptake);
    }
    return refused(
        switch (it.stage()) {
          case UNCONFIRMED -> new UptakeRefusal.NotConfirmed();
          case RELEASED, WITHDRAWN, EXPIRED -> new UptakeRefusal.Over();
          case INTERESTED, AGREED, IN_PREPARATION, REGISTERED, RUNNING, STOPPED, DECLINED, LAPSED ->
              new UptakeRefusal.Answered();
        });
  }

  /** What has run out begins again when they say so, unless the province is somebody else's. */
  private UptakeOutcome report(Interest it, Progress progress) {
    Optional<UptakeRefusal> refusal = refusal(it, progress);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    Stage stage = progress.stage();
    Turn turn = new Turn(it, now).reported(progress, terms).noCall(toldOf(it));
    if (stage == Stage.STOPPED) {
      turn.over(Stage.STOPPED);
    }
    boolean news = stage != it.stage() && stage != Stage.IN_PREPARATION;
    boolean own = it.aim() == Aim.CARRY;
    return accepted(
        turn,
        new UptakeEvent.Reported(it.id(), stage),
        news && !own && offer.author().isPresent() ? Set.of(Whom.AUTHOR) : Set.of());
  }

  private Optional<UptakeRefusal> refusal(Interest it, Progress progress) {
    boolean mayGoOn = it.stage().isUnderway() || it.stage() == Stage.LAPSED;
    if (!mayGoOn || it.forgotten()) {
      return Optional.of(
          it.stage() == Stage.INTERESTED || it.stage() == Stage.UNCONFIRMED
              ? new UptakeRefusal.NotAgreed()
              : new UptakeRefusal.Over());
    }
    if (it.aim() == Aim.JOIN) {
      return Optional.of(new UptakeRefusal.JoinedOnly());
    }
    Stage to = progress.stage();
    if (it.stage().isFounded() && to == Stage.IN_PREPARATION) {
      return Optional.of(new UptakeRefusal.Backwards());
    }
    if (to.isFounded() && progress.registration().or(it::registration).isEmpty()) {
      return Optional.of(new UptakeRefusal.RegistrationRequired());
    }
    return it.stage() == Stage.LAPSED && to != Stage.STOPPED
        ? reserved(it.province(), it.id())
        : Optional.empty();
  }

  private UptakeOutcome withdraw(Interest it) {
    if (it.stage().isOver()) {
      return new UptakeOutcome.Unchanged(uptake);
    }
    boolean known = it.stage().isUnderway() && it.aim() != Aim.CARRY;
    Turn turn = new Turn(it, now).over(Stage.WITHDRAWN);
    return accepted(
        turn,
        new UptakeEvent.Withdrawn(it.id()),
        known && offer.author().isPresent() ? Set.of(Whom.AUTHOR) : Set.of());
  }

  private UptakeOutcome erase(Interest it) {
    if (it.forgotten()) {
      return new UptakeOutcome.Unchanged(uptake);
    }
    Turn turn = new Turn(it, now);
    if (!it.stage().isOver()) {
      turn.over(Stage.WITHDRAWN);
    }
    return accepted(turn.unregistered().forgotten(), new UptakeEvent.Erased(it.id()), Set.of());
  }

  /** How far they are stays; saying it again takes a name and a number again. */
  private UptakeOutcome unregister(Interest it) {
    return it.registration().isEmpty()
        ? new UptakeOutcome.Unchanged(uptake)
        : accepted(
            new Turn(it, now).unregistered(), new UptakeEvent.Unregistered(it.id()), Set.of());
  }

  private UptakeOutcome recordCall(Interest it, UptakeCommand.RecordCall call) {
    if (!it.calls().containsKey(call.whom())) {
      return refused(new UptakeRefusal.NoCall());
    }
    if (call.result() == Call.Result.REACHED && isAsked(it, call.whom())) {
      return refused(new UptakeRefusal.AnswerNeeded());
    }
    Turn turn = new Turn(it, now);
    turn =
        switch (call.result()) {
          case REACHED, WRONG_CONTACT -> turn.noCall(call.whom());
          case NO_ANSWER -> turn.calledInVain(call.whom());
        };
    return accepted(turn, new UptakeEvent.Called(it.id(), call.whom(), call.result()), Set.of());
  }

  /** Whether the one who is called has to confirm, or to answer. */
  private static boolean isAsked(Interest it, Whom whom) {
    return it.stage() == (whom == Whom.AUTHOR ? Stage.INTERESTED : Stage.UNCONFIRMED);
  }

  /** Whoever has to be called already is called about that. */
  private UptakeOutcome bounce(Interest it, Whom whom) {
    boolean nobody = whom == Whom.AUTHOR ? offer.author().isEmpty() : it.forgotten();
    if (nobody || it.calls().containsKey(whom)) {
      return new UptakeOutcome.Unchanged(uptake);
    }
    UptakeEvent event = new UptakeEvent.Bounced(it.id(), whom);
    return accepted(new Turn(it, now).toCall(whom, event.code()), event, Set.of());
  }

  private UptakeOutcome doWhatIsDue() {
    return uptake.interests().stream()
        .filter(it -> isDue(Deadlines.of(it, offer, terms)))
        .findFirst()
        .map(this::doWhatIsDue)
        .orElseGet(() -> new UptakeOutcome.Unchanged(uptake));
  }

  private UptakeOutcome doWhatIsDue(Interest it) {
    if (Deadlines.isOffWithIt(it, offer)) {
      return release(it, UptakeEvent.Reason.IDEA_GONE);
    }
    return switch (it.stage()) {
      case UNCONFIRMED ->
          accepted(
              new Turn(it, now).over(Stage.EXPIRED), new UptakeEvent.Expired(it.id()), Set.of());
      case INTERESTED -> nudge(it);
      case AGREED, IN_PREPARATION, REGISTERED, RUNNING -> underway(it);
      case STOPPED, DECLINED, RELEASED, LAPSED, WITHDRAWN, EXPIRED -> forget(it);
    };
  }

  /** After an outage only what matters now is done. */
  private UptakeOutcome nudge(Interest it) {
    if (isDue(it.since().plus(terms.release()))) {
      return release(it, whyUnanswered(it));
    }
    if (isDue(it.since().plus(terms.call()))) {
      UptakeEvent event = new UptakeEvent.AuthorSilent(it.id());
      Turn turn = new Turn(it, now).nudged(2);
      if (!it.calls().containsKey(Whom.AUTHOR)) {
        turn.toCall(Whom.AUTHOR, event.code());
      }
      return accepted(turn, event, Set.of());
    }
    boolean writes = offer.author().filter(kind -> kind == Contact.Kind.EMAIL).isPresent();
    return accepted(
        new Turn(it, now).nudged(1),
        new UptakeEvent.AuthorReminded(it.id()),
        writes ? Set.of(Whom.AUTHOR) : Set.of());
  }

  /** An author can't agree to two in one province. */
  private UptakeEvent.Reason whyUnanswered(Interest it) {
    boolean taken = it.aim() != Aim.JOIN && reserved(it.province(), it.id()).isPresent();
    return taken ? UptakeEvent.Reason.PROVINCE_TAKEN : UptakeEvent.Reason.SILENCE;
  }

  private UptakeOutcome release(Interest it, UptakeEvent.Reason why) {
    boolean own = it.aim() == Aim.CARRY;
    boolean told = !own && it.stage() == Stage.INTERESTED;
    Turn turn = new Turn(it, now).over(Stage.RELEASED);
    if (own) {
      turn.unregistered().forgotten();
    }
    return accepted(
        turn, new UptakeEvent.Released(it.id(), why), told ? Set.of(Whom.PARTY) : Set.of());
  }

  private UptakeOutcome underway(Interest it) {
    if (it.aim() == Aim.JOIN || it.unanswered() > Terms.MOST_UNANSWERED) {
      return forget(it);
    }
    if (isDue(it.reservedUntil())) {
      return reservationEnds(it);
    }
    boolean mayWarn = it.stage() == Stage.AGREED && !it.warned();
    if (mayWarn && isDue(it.reservedUntil().map(end -> end.minus(Terms.WARNING)))) {
      return accepted(
          new Turn(it, now).warned(),
          new UptakeEvent.ReservationEnding(it.id()),
          Set.of(toldOf(it)));
    }
    return it.unanswered() >= Terms.MOST_UNANSWERED ? unfollow(it) : followUp(it);
  }

  /** Whoever has begun goes on, and others may begin in the province too. */
  private UptakeOutcome reservationEnds(Interest it) {
    Turn turn = new Turn(it, now);
    turn = it.stage() == Stage.AGREED ? turn.over(Stage.LAPSED) : turn.free();
    return accepted(turn, new UptakeEvent.ReservationExpired(it.id()), Set.of(toldOf(it)));
  }

  private UptakeOutcome followUp(Interest it) {
    return accepted(
        new Turn(it, now).askedAgain(terms),
        new UptakeEvent.FollowUpAsked(it.id(), it.unanswered() + 1),
        Set.of(toldOf(it)));
  }

  private UptakeOutcome unfollow(Interest it) {
    Turn turn = new Turn(it, now).unfollowed();
    if (!it.stage().isFounded()) {
      turn.over(Stage.LAPSED);
    }
    return accepted(turn, new UptakeEvent.Unfollowed(it.id()), Set.of());
  }

  private UptakeOutcome forget(Interest it) {
    return accepted(new Turn(it, now).forgotten(), new UptakeEvent.Forgotten(it.id()), Set.of());
  }

  private boolean isOffered() {
    return offer.published() && offer.author().isPresent();
  }

  /** An author on their own way is told as the author. */
  private static Whom toldOf(Interest it) {
    return it.aim() == Aim.CARRY ? Whom.AUTHOR : Whom.PARTY;
  }

  private boolean isDue(Optional<Instant> at) {
    return at.filter(it -> !it.isAfter(now)).isPresent();
  }

  private boolean isDue(Instant at) {
    return !at.isAfter(now);
  }

  /** Whom no mail reaches is called about it. */
  private UptakeOutcome accepted(Turn turn, UptakeEvent event, Set<Whom> told) {
    Set<Whom> written = EnumSet.noneOf(Whom.class);
    Interest it = turn.done();
    for (Whom whom : told) {
      Optional<Contact.Kind> reached =
          whom == Whom.AUTHOR ? offer.author() : Optional.of(it.contact());
      if (reached.filter(kind -> kind == Contact.Kind.EMAIL).isPresent()) {
        written.add(whom);
      } else if (reached.isPresent()) {
        turn.toCall(whom, event.code());
      }
    }
    return new UptakeOutcome.Accepted(with(turn.done()), event, Set.copyOf(written));
  }

  private Uptake with(Interest changed) {
    List<Interest> all = new ArrayList<>(uptake.interests());
    boolean known = uptake.interest(changed.id()).isPresent();
    if (known) {
      all.replaceAll(it -> it.id().equals(changed.id()) ? changed : it);
    } else {
      all.add(changed);
    }
    return new Uptake(uptake.version() + 1, List.copyOf(all));
  }

  private static UptakeOutcome over() {
    return refused(new UptakeRefusal.Over());
  }

  private static UptakeOutcome refused(UptakeRefusal refusal) {
    return new UptakeOutcome.Refused(refusal);
  }
}
