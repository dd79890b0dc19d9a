package twiza.round;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The life of a round: which command is allowed when, and what follows. Pure: it takes the state,
 * the command and the time, and gives back events or a refusal.
 */
public final class RoundLife {

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  private RoundLife() {}

  public static RoundOutcome.Accepted draft(String id, String region, Plan plan, Instant now) {
    RoundEvent.Drafted drafted = new RoundEvent.Drafted(region, plan);
    return new RoundOutcome.Accepted(begin(id, drafted, now), List.of(drafted));
  }

  /** What its first event makes of a round. */
  public static Round begin(String id, RoundEvent.Drafted drafted, Instant at) {
    return new Round(
        id,
        drafted.region(),
        1,
        Phase.DRAFT,
        drafted.plan(),
        1,
        0,
        Set.of(),
        true,
        "",
        at,
        Optional.empty());
  }

  public static RoundOutcome decide(Round round, RoundCommand command, Instant now) {
    return switch (command) {
      case RoundCommand.Replan replan -> replan(round, replan.plan(), now);
      case RoundCommand.Announce announce -> announce(round, announce, now);
      case RoundCommand.Cancel cancel -> cancel(round, cancel, now);
      case RoundCommand.EndJudging _ -> endJudging(round, now);
      case RoundCommand.Settle settle ->
          round.settled() || round.phase() != settle.phase() || now.isBefore(round.settlesFrom())
              ? new RoundOutcome.Unchanged(round)
              : accept(round, new RoundEvent.Settled(), now);
      case RoundCommand.Publish publish -> publish(round, publish, now);
      case RoundCommand.DoWhatIsDue _ -> doWhatIsDue(round, now);
    };
  }

  private static RoundOutcome replan(Round round, Plan plan, Instant now) {
    if (round.phase().isOver()) {
      return new RoundOutcome.Refused(new RoundRefusal.Over());
    }
    Set<Part> parts = Part.differences(round.plan(), plan);
    if (parts.isEmpty()) {
      return new RoundOutcome.Unchanged(round);
    }
    return refusal(round, plan, parts, now)
        .<RoundOutcome>map(RoundOutcome.Refused::new)
        .orElseGet(() -> accept(round, new RoundEvent.Replanned(plan, parts), now));
  }

  /** A draft may say anything. */
  private static Optional<RoundRefusal> refusal(
      Round round, Plan plan, Set<Part> parts, Instant now) {
    if (round.phase() == Phase.DRAFT) {
      return Optional.empty();
    }
    Set<Part> frozen = filter(parts, round.frozenAt(now)::contains);
    if (!frozen.isEmpty()) {
      return Optional.of(new RoundRefusal.Frozen(frozen));
    }
    Set<Part> dates = filter(parts, Part::isDate);
    Set<Part> past = filter(dates, part -> !date(plan, part).isAfter(now));
    if (!past.isEmpty()) {
      return Optional.of(new RoundRefusal.InThePast(past));
    }
    Set<Part> shortened =
        filter(dates, part -> date(plan, part).isBefore(date(round.plan(), part)));
    if (!shortened.isEmpty() && round.entered() > 0) {
      return Optional.of(new RoundRefusal.Shortened(shortened));
    }
    List<Missing> missing =
        plan.missing(now).stream().filter(it -> it.what() != Missing.What.OPENING_PAST).toList();
    return missing.isEmpty() ? Optional.empty() : Optional.of(new RoundRefusal.Incomplete(missing));
  }

  private static Set<Part> filter(Set<Part> parts, Function<Part, Boolean> which) {
    return parts.stream()
        .filter(which::apply)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
  }

  private static Instant date(Plan plan, Part part) {
    return (Instant) part.of(plan);
  }

  private static RoundOutcome announce(Round round, RoundCommand.Announce announce, Instant now) {
    if (round.phase() != Phase.DRAFT) {
      return new RoundOutcome.Refused(
          round.phase().isOver() ? new RoundRefusal.Over() : new RoundRefusal.AlreadyAnnounced());
    }
    List<Missing> missing = missing(round, now);
    return missing.isEmpty()
        ? accept(
            round, new RoundEvent.Announced(round.plan().live() ? announce.roomCode() : ""), now)
        : new RoundOutcome.Refused(new RoundRefusal.Incomplete(missing));
  }

  /** What keeps a round from being announced now. */
  public static List<Missing> missing(Round round, Instant now) {
    return round.phase() == Phase.DRAFT ? round.plan().missing(now) : List.of();
  }

  private static RoundOutcome cancel(Round round, RoundCommand.Cancel cancel, Instant now) {
    if (round.phase() == Phase.CANCELLED) {
      return new RoundOutcome.Unchanged(round);
    }
    if (round.phase() == Phase.PUBLISHED) {
      return new RoundOutcome.Refused(new RoundRefusal.Over());
    }
    return cancel.reason().isBlank()
        ? new RoundOutcome.Refused(new RoundRefusal.ReasonRequired())
        : accept(round, new RoundEvent.Cancelled(after(now, cancel.juryKept())), now);
  }

  private static Instant after(Instant now, Period period) {
    return now.atZone(MOROCCO).plus(period).toInstant();
  }

  /** Who is in the room sees that the jury is done; elsewhere jurors reckon with their time. */
  private static RoundOutcome endJudging(Round round, Instant now) {
    return switch (round.phaseAt(now)) {
      case CLOSED -> new RoundOutcome.Unchanged(round);
      case PUBLISHED, CANCELLED -> new RoundOutcome.Refused(new RoundRefusal.Over());
      case DRAFT, ANNOUNCED, OPEN, SCREENING ->
          new RoundOutcome.Refused(new RoundRefusal.NotJudging());
      case JUDGING -> {
        Set<Part> end = EnumSet.of(Part.JUDGING_CLOSE);
        if (!round.plan().live()) {
          yield new RoundOutcome.Refused(new RoundRefusal.Shortened(end));
        }
        yield round.schedule().judgingOpensAt().isBefore(now)
            ? accept(round, new RoundEvent.Replanned(round.plan().judgedUntil(now), end), now)
            : new RoundOutcome.Refused(new RoundRefusal.NotJudging());
      }
    };
  }

  private static RoundOutcome publish(Round round, RoundCommand.Publish publish, Instant now) {
    return switch (round.phase()) {
      case PUBLISHED -> new RoundOutcome.Unchanged(round);
      case CANCELLED -> new RoundOutcome.Refused(new RoundRefusal.Over());
      case CLOSED -> accept(round, new RoundEvent.Published(after(now, publish.juryKept())), now);
      case DRAFT, ANNOUNCED, OPEN, SCREENING, JUDGING ->
          new RoundOutcome.Refused(new RoundRefusal.NotClosed());
    };
  }

  /**
   * One step a time, so that each has its event. What has to be settled comes before the next
   * phase: whoever settles it says so.
   */
  private static RoundOutcome doWhatIsDue(Round round, Instant now) {
    if (round.phase().isOver()) {
      return round.juryKeptUntil().filter(until -> !until.isAfter(now)).isPresent()
          ? accept(round, new RoundEvent.JuryForgotten(), now)
          : new RoundOutcome.Unchanged(round);
    }
    boolean entriesFirst = !round.settled() && round.phase() == Phase.JUDGING;
    Optional<Round.Reminder> reminder = round.dueReminder(now);
    Optional<Instant> moves = round.movesOnAt(round.phase()).filter(at -> !at.isAfter(now));
    if (entriesFirst || (reminder.isEmpty() && moves.isEmpty())) {
      return new RoundOutcome.Unchanged(round);
    }
    boolean remindsFirst =
        reminder.isPresent()
            && moves.filter(at -> at.isBefore(round.remindsAt(reminder.get()))).isEmpty();
    return accept(
        round, remindsFirst ? remind(round, reminder.get(), now) : next(round.phase()), now);
  }

  private static RoundEvent remind(Round round, Round.Reminder reminder, Instant now) {
    Instant until =
        reminder.isOfJury()
            ? round.schedule().judgingClosesAt()
            : round.schedule().judgingOpensAt();
    return new RoundEvent.Reminded(reminder, now.isBefore(until));
  }

  private static RoundEvent next(Phase phase) {
    return switch (phase) {
      case ANNOUNCED -> new RoundEvent.Opened();
      case OPEN -> new RoundEvent.SubmissionsClosed();
      case SCREENING -> new RoundEvent.JudgingOpened();
      case JUDGING -> new RoundEvent.JudgingClosed();
      case DRAFT, CLOSED, PUBLISHED, CANCELLED ->
          throw new IllegalStateException("nothing follows " + phase + " by itself");
    };
  }

  private static RoundOutcome accept(Round round, RoundEvent event, Instant now) {
    return new RoundOutcome.Accepted(after(round, event, now), List.of(event));
  }

  /** The state after an event, for a decision just made and for a history replayed. */
  public static Round after(Round round, RoundEvent event, Instant at) {
    return switch (event) {
      case RoundEvent.Drafted drafted -> begin(round.id(), drafted, at);
      case RoundEvent.Replanned replanned -> planned(round, replanned.plan(), at);
      case RoundEvent.Announced announced ->
          moved(round, Phase.ANNOUNCED, true, announced.roomCode(), at);
      case RoundEvent.Opened _ -> moved(round, Phase.OPEN, round.settled(), round.roomCode(), at);
      case RoundEvent.SubmissionsClosed _ ->
          moved(round, Phase.SCREENING, round.settled(), round.roomCode(), at);
      case RoundEvent.JudgingOpened _ -> moved(round, Phase.JUDGING, false, round.roomCode(), at);
      case RoundEvent.JudgingClosed _ -> moved(round, Phase.CLOSED, false, round.roomCode(), at);
      case RoundEvent.Settled _ -> moved(round, round.phase(), true, round.roomCode(), at);
      case RoundEvent.Reminded reminded -> reminded(round, reminded.reminder(), at);
      case RoundEvent.Published published ->
          keeping(
              moved(round, Phase.PUBLISHED, true, round.roomCode(), at), published.juryKeptUntil());
      case RoundEvent.Cancelled cancelled ->
          keeping(moved(round, Phase.CANCELLED, true, "", at), cancelled.juryKeptUntil());
      case RoundEvent.JuryForgotten _ ->
          moved(round, round.phase(), round.settled(), round.roomCode(), at);
    };
  }

  private static Round keeping(Round round, Instant jury) {
    return new Round(
        round.id(),
        round.region(),
        round.version(),
        round.phase(),
        round.plan(),
        round.planned(),
        round.entered(),
        round.reminded(),
        round.settled(),
        round.roomCode(),
        round.changedAt(),
        Optional.of(jury));
  }

  private static Round planned(Round round, Plan plan, Instant at) {
    return new Round(
        round.id(),
        round.region(),
        round.version() + 1,
        round.phase(),
        plan,
        round.planned() + 1,
        round.entered(),
        still(round.reminded(), plan, at),
        round.settled() && !givesMoreTime(round, plan),
        round.roomCode(),
        at,
        Optional.empty());
  }

  /** What is not confirmed yet may wait as long as the jury does, and has to know. */
  private static boolean givesMoreTime(Round round, Plan plan) {
    Instant jury = round.schedule().judgingOpensAt();
    return round.phase() != Phase.DRAFT && plan.schedule().judgingOpensAt().isAfter(jury);
  }

  /** Who has more time than thought is reminded again. */
  private static Set<Round.Reminder> still(Set<Round.Reminder> reminded, Plan plan, Instant at) {
    return reminded.stream()
        .filter(reminder -> !Reminders.at(reminder, plan.schedule()).isAfter(at))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Round moved(
      Round round, Phase phase, boolean settled, String roomCode, Instant at) {
    return new Round(
        round.id(),
        round.region(),
        round.version() + 1,
        phase,
        round.plan(),
        round.planned(),
        round.entered(),
        round.reminded(),
        settled,
        roomCode,
        at,
        Optional.empty());
  }

  /** Whoever was reminded is not reminded again of what came before. */
  private static Round reminded(Round round, Round.Reminder reminder, Instant at) {
    Set<Round.Reminder> reminded = EnumSet.of(reminder);
    reminded.addAll(round.reminded());
    Reminders.in(round.phase(), round.plan()).stream()
        .filter(it -> round.remindsAt(it).isBefore(round.remindsAt(reminder)))
        .forEach(reminded::add);
    return new Round(
        round.id(),
        round.region(),
        round.version() + 1,
        round.phase(),
        round.plan(),
        round.planned(),
        round.entered(),
        Set.copyOf(reminded),
        round.settled(),
        round.roomCode(),
        at,
        Optional.empty());
  }
}
