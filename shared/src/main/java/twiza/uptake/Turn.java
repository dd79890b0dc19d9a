package twiza.uptake;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import twiza.idea.Contact;

/** An interest while it changes. */
final class Turn {

  private final Interest before;
  private final Instant at;
  private Stage stage;
  private Instant since;
  private Optional<Instant> agreedAt;
  private Optional<Instant> reservedUntil;
  private boolean warned;
  private int nudges;
  private Optional<Instant> askAt;
  private int unanswered;
  private OptionalInt members;
  private OptionalInt jobs;
  private Optional<Registration> registration;
  private final Map<Whom, Phoning> calls;
  private boolean forgotten;

  Turn(Interest before, Instant at) {
    this.before = before;
    this.at = at;
    this.stage = before.stage();
    this.since = before.since();
    this.agreedAt = before.agreedAt();
    this.reservedUntil = before.reservedUntil();
    this.warned = before.warned();
    this.nudges = before.nudges();
    this.askAt = before.askAt();
    this.unanswered = before.unanswered();
    this.members = before.members();
    this.jobs = before.jobs();
    this.registration = before.registration();
    this.calls = new EnumMap<>(Whom.class);
    this.calls.putAll(before.calls());
    this.forgotten = before.forgotten();
  }

  /** Somebody who has just come. */
  static Turn begin(
      String id,
      Aim aim,
      Interest.Kind kind,
      String province,
      Contact.Kind contact,
      boolean flagged,
      Instant at) {
    return new Turn(
        new Interest(
            id,
            aim,
            kind,
            province,
            contact,
            flagged,
            Stage.UNCONFIRMED,
            at,
            at,
            Optional.empty(),
            Optional.empty(),
            false,
            0,
            Optional.empty(),
            0,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Map.of(),
            false),
        at);
  }

  Turn stage(Stage to) {
    if (stage != to) {
      stage = to;
      since = at;
    }
    return this;
  }

  Turn members(int count) {
    members = OptionalInt.of(count);
    return this;
  }

  /** From now on they build it, and are asked about it. */
  Turn agreed(Terms terms) {
    agreedAt = Optional.of(at);
    if (before.aim() != Aim.JOIN) {
      reservedUntil = Optional.of(at.plus(terms.reservation()));
      askAt = Optional.of(terms.nextFollowUp(at));
    }
    return this;
  }

  Turn warned() {
    warned = true;
    return this;
  }

  Turn free() {
    reservedUntil = Optional.empty();
    return this;
  }

  Turn nudged(int times) {
    nudges = times;
    return this;
  }

  Turn askedAgain(Terms terms) {
    unanswered++;
    askAt = Optional.of(terms.nextFollowUp(at));
    return this;
  }

  /** They keep what they have built; how to reach them is forgotten some time later. */
  Turn unfollowed() {
    unanswered = Terms.MOST_UNANSWERED + 1;
    askAt = Optional.of(at.plus(Terms.FORGET));
    return this;
  }

  /** They have said how it is going. */
  Turn reported(Progress progress, Terms terms) {
    stage(progress.stage());
    members = progress.members().isPresent() ? progress.members() : members;
    jobs = progress.jobs().isPresent() ? progress.jobs() : jobs;
    registration = founded(progress).or(() -> registration);
    unanswered = 0;
    askAt = Optional.of(terms.nextFollowUp(at));
    return progress.stage() == Stage.IN_PREPARATION ? this : free();
  }

  private static Optional<Registration> founded(Progress progress) {
    return progress.registration().filter(_ -> progress.stage().isFounded());
  }

  /** It is over for them: nobody waits, nobody is asked, nobody is called. */
  Turn over(Stage how) {
    askAt = Optional.empty();
    return stage(how).free().noCalls();
  }

  /** Nothing is left of who they are. */
  Turn forgotten() {
    forgotten = true;
    askAt = Optional.empty();
    return noCalls();
  }

  Turn unregistered() {
    registration = Optional.empty();
    return this;
  }

  Turn noCalls() {
    calls.clear();
    return this;
  }

  Turn noCall(Whom whom) {
    calls.remove(whom);
    return this;
  }

  Turn toCall(Whom whom, String about) {
    calls.put(whom, new Phoning(at, 0, about));
    return this;
  }

  Turn calledInVain(Whom whom) {
    calls.computeIfPresent(whom, (_, call) -> new Phoning(at, call.attempts() + 1, call.about()));
    return this;
  }

  Interest done() {
    return new Interest(
        before.id(),
        before.aim(),
        before.kind(),
        before.province(),
        before.contact(),
        before.flagged(),
        stage,
        before.askedAt(),
        since,
        agreedAt,
        reservedUntil,
        warned,
        nudges,
        askAt,
        unanswered,
        members,
        jobs,
        registration,
        calls,
        forgotten);
  }
}
