package twiza.jury;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import twiza.jury.Juror.State;
import twiza.place.Language;
import twiza.round.Phase;

/**
 * The life of a jury: which command is allowed when, and what follows. Pure: it takes the state,
 * the command, the round's phase and the time, and gives back an event or a refusal.
 */
public final class JuryLife {

  private JuryLife() {}

  /**
   * @param phase the one that holds by the clock
   */
  public static JuryOutcome decide(Jury jury, JuryCommand command, Phase phase, Instant now) {
    if (phase == Phase.CLOSED || phase.isOver()) {
      return refused(new JuryRefusal.Over());
    }
    boolean needsRound =
        !(command instanceof JuryCommand.Enlist || command instanceof JuryCommand.Remove);
    if (phase == Phase.DRAFT && needsRound) {
      return refused(new JuryRefusal.NotAnnounced());
    }
    return switch (command) {
      case JuryCommand.Enlist enlist -> enlist(jury, enlist, now);
      case JuryCommand.Invite invite -> invite(jury, invite, phase, now);
      case JuryCommand.Accept accept -> accept(jury, accept, now);
      case JuryCommand.Decline decline -> decline(jury, decline.juror(), now);
      case JuryCommand.Remove remove -> remove(jury, remove.juror(), now);
      case JuryCommand.Recuse recuse -> recuse(jury, recuse);
      case JuryCommand.AskAssignment _ -> askAssignment(jury, phase, now);
      case JuryCommand.Assign assign -> assign(jury, assign, phase, now);
    };
  }

  private static JuryOutcome enlist(Jury jury, JuryCommand.Enlist enlist, Instant now) {
    boolean known =
        jury.panel().stream()
            .flatMap(it -> it.email().stream())
            .anyMatch(it -> it.value().equalsIgnoreCase(enlist.email().value()));
    if (known) {
      return refused(new JuryRefusal.AlreadyListed());
    }
    if (jury.jurors().size() == Jury.MOST_JURORS) {
      return refused(new JuryRefusal.TooMany());
    }
    Juror juror =
        new Juror(
            enlist.id(),
            State.LISTED,
            enlist.name(),
            Optional.of(enlist.email()),
            enlist.language(),
            enlist.organisation(),
            EnumSet.allOf(Language.class),
            new TreeMap<>(),
            new TreeSet<>(),
            now);
    List<Juror> all = new ArrayList<>(jury.jurors());
    all.add(juror);
    return accepted(jury, all, new JuryEvent.Enlisted(juror));
  }

  private static JuryOutcome invite(
      Jury jury, JuryCommand.Invite invite, Phase phase, Instant now) {
    Set<String> named =
        invite.jurors().isEmpty()
            ? jury.jurors().stream()
                .filter(it -> it.state() == State.LISTED)
                .map(Juror::id)
                .collect(Collectors.toSet())
            : invite.jurors();
    for (String id : named) {
      Optional<JuryRefusal> refusal = absence(jury, id);
      if (refusal.isPresent()) {
        return refused(refusal.get());
      }
    }
    if (named.isEmpty()) {
      return new JuryOutcome.Unchanged(jury);
    }
    List<Juror> all =
        jury.jurors().stream()
            .map(
                it ->
                    named.contains(it.id()) && it.state() == State.LISTED
                        ? it.in(State.INVITED, now)
                        : it)
            .toList();
    return accepted(jury, all, new JuryEvent.Invited(Set.copyOf(named), phase == Phase.JUDGING));
  }

  private static JuryOutcome accept(Jury jury, JuryCommand.Accept accept, Instant now) {
    return absence(jury, accept.juror())
        .map(JuryLife::refused)
        .orElseGet(
            () ->
                change(
                    jury,
                    accept.juror(),
                    it ->
                        it.accepting(
                            accept.organisation(), accept.reads(), accept.conflicts(), now),
                    new JuryEvent.Accepted(accept.juror())));
  }

  private static JuryOutcome decline(Jury jury, String id, Instant now) {
    Optional<Juror> juror = jury.juror(id);
    if (juror.isEmpty()) {
      return refused(new JuryRefusal.NoSuchJuror());
    }
    return switch (juror.get().state()) {
      case DECLINED, LEFT -> new JuryOutcome.Unchanged(jury);
      case LISTED, INVITED ->
          gone(jury, id, State.DECLINED, new JuryEvent.Declined(id, false), now);
      case ACCEPTED -> gone(jury, id, State.LEFT, new JuryEvent.Declined(id, true), now);
    };
  }

  private static JuryOutcome remove(Jury jury, String id, Instant now) {
    Optional<Juror> juror = jury.juror(id);
    if (juror.isEmpty()) {
      return refused(new JuryRefusal.NoSuchJuror());
    }
    return switch (juror.get().state()) {
      case DECLINED, LEFT -> new JuryOutcome.Unchanged(jury);
      case LISTED -> gone(jury, id, State.LEFT, new JuryEvent.Removed(id, false), now);
      case INVITED, ACCEPTED -> gone(jury, id, State.LEFT, new JuryEvent.Removed(id, true), now);
    };
  }

  private static JuryOutcome gone(Jury jury, String id, State state, JuryEvent event, Instant now) {
    return change(jury, id, it -> it.in(state, now).reading(Set.of()), event);
  }

  private static JuryOutcome recuse(Jury jury, JuryCommand.Recuse recuse) {
    Optional<JuryRefusal> refusal = absence(jury, recuse.juror());
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    Juror juror = jury.juror(recuse.juror()).orElseThrow();
    if (juror.state() != State.ACCEPTED) {
      return refused(new JuryRefusal.NotAccepted());
    }
    if (juror.isKeptFrom(recuse.idea())) {
      return new JuryOutcome.Unchanged(jury);
    }
    return juror.ideas().contains(recuse.idea())
        ? change(
            jury,
            juror.id(),
            it -> it.recused(recuse.idea(), recuse.why()),
            new JuryEvent.Recused(juror.id(), recuse.idea(), recuse.why()))
        : refused(new JuryRefusal.NotAssigned());
  }

  private static JuryOutcome askAssignment(Jury jury, Phase phase, Instant now) {
    if (jury.panel(phase).isEmpty()) {
      return refused(new JuryRefusal.NobodyToAsk());
    }
    return new JuryOutcome.Accepted(
        next(jury, jury.jurors(), Optional.of(now), jury.assignedAt()),
        new JuryEvent.AssignmentAsked());
  }

  /** Whoever is not asked any more reads nothing, whatever an older look at the jury says. */
  private static JuryOutcome assign(
      Jury jury, JuryCommand.Assign assign, Phase phase, Instant now) {
    Assignment before = jury.assignment();
    List<Juror> all =
        jury.jurors().stream()
            .map(
                it ->
                    it.reading(
                        it.state().isGivenIdeas(phase)
                            ? assign.assignment().of(it.id())
                            : Set.of()))
            .toList();
    Jury after = next(jury, all, Optional.empty(), Optional.of(now));
    if (jury.asked().isEmpty() && after.assignment().equals(before)) {
      return new JuryOutcome.Unchanged(jury);
    }
    Set<String> more =
        phase == Phase.JUDGING ? Jury.gaining(before, after.assignment()) : new HashSet<>();
    more.retainAll(accepted(after));
    return new JuryOutcome.Accepted(
        after, new JuryEvent.Assigned(Set.copyOf(more), assign.ideas().size()));
  }

  private static Set<String> accepted(Jury jury) {
    return jury.jurors().stream()
        .filter(it -> it.state() == State.ACCEPTED)
        .map(Juror::id)
        .collect(Collectors.toSet());
  }

  /** What keeps somebody from being spoken to as a juror. */
  private static Optional<JuryRefusal> absence(Jury jury, String id) {
    Optional<Juror> juror = jury.juror(id);
    if (juror.isEmpty()) {
      return Optional.of(new JuryRefusal.NoSuchJuror());
    }
    return juror.get().state().isAsked()
        ? Optional.empty()
        : Optional.of(new JuryRefusal.NotInTheJury());
  }

  private static JuryOutcome change(
      Jury jury, String id, UnaryOperator<Juror> change, JuryEvent event) {
    List<Juror> all =
        jury.jurors().stream().map(it -> it.id().equals(id) ? change.apply(it) : it).toList();
    return accepted(jury, all, event);
  }

  private static JuryOutcome accepted(Jury jury, List<Juror> jurors, JuryEvent event) {
    return new JuryOutcome.Accepted(next(jury, jurors, jury.asked(), jury.assignedAt()), event);
  }

  private static Jury next(
      Jury jury, List<Juror> jurors, Optional<Instant> asked, Optional<Instant> assignedAt) {
    return new Jury(jury.round(), jury.region(), jury.version() + 1, jurors, asked, assignedAt);
  }

  private static JuryOutcome refused(JuryRefusal refusal) {
    return new JuryOutcome.Refused(refusal);
  }
}
