package twiza.round;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a round stands: the result of its events, and all that {@link RoundLife} needs to decide.
 *
 * @param version counts the changes; the next one must name it
 * @param phase that it was moved to last; {@link #phaseAt} says which one holds
 * @param planned how often it was planned
 * @param entered how many ideas were ever sent for it
 * @param reminded which reminders are behind it
 * @param settled whether every entry knows what the phase means for it
 * @param roomCode that a live round shows on the wall; empty for others
 * @param juryKeptUntil when its jurors are to be forgotten; empty before it is over, and once they
 *     are
 */
public record Round(
    String id,
    String region,
    long version,
    Phase phase,
    Plan plan,
    int planned,
    int entered,
    Set<Reminder> reminded,
    boolean settled,
    String roomCode,
    Instant changedAt,
    Optional<Instant> juryKeptUntil) {

  /** Of whom the round waits for somebody before the jury begins, and before it is done. */
  public enum Reminder {
    /** Authors whose ideas are not ready, two days before. */
    FIRST,
    /** The same, six hours before. */
    LAST,
    /** Jurors with work left, half-way through their time. */
    JURY_HALF_TIME,
    JURY_FIRST,
    JURY_LAST;

    /** Whether it concerns the jury. */
    public boolean isOfJury() {
      return this != FIRST && this != LAST;
    }
  }

  /** Between the instant at which an idea is sent and the one at which it is kept. */
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

  public Schedule schedule() {
    return plan.schedule();
  }

  /** The phase that the announced times say, whether or not anything has moved it there yet. */
  public Phase phaseAt(Instant now) {
    Phase reached = phase;
    for (Optional<Instant> due = movesOnAt(reached);
        due.filter(at -> !at.isAfter(now)).isPresent();
        due = movesOnAt(reached)) {
      reached = reached.next();
    }
    return reached;
  }

  /** Whether ideas are still taken though submissions have closed. */
  public boolean isInGraceAt(Instant now) {
    return phaseAt(now) == Phase.OPEN && !schedule().submissionsCloseAt().isAfter(now);
  }

  /** When a phase ends by itself, if it does. */
  Optional<Instant> movesOnAt(Phase from) {
    return switch (from) {
      case ANNOUNCED -> Optional.of(schedule().opensAt());
      case OPEN -> Optional.of(schedule().takesUntil().plusMillis(1));
      case SCREENING -> Optional.of(schedule().judgingOpensAt());
      case JUDGING -> Optional.of(schedule().judgingClosesAt());
      case DRAFT, CLOSED, PUBLISHED, CANCELLED -> Optional.empty();
    };
  }

  /** Whether an idea that was sent in time, and only now can be kept, is still told of the jury. */
  public boolean waitsFor(Instant now) {
    return now.isBefore(schedule().judgingOpensAt().plus(LONGEST_REQUEST));
  }

  /** What may change no more: by the phase, or since it is a date that has passed. */
  public Set<Part> frozenAt(Instant now) {
    Phase reached = phaseAt(now);
    return Stream.of(Part.values())
        .filter(part -> part.isFrozen(reached) || isPassed(part, now))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
  }

  /** While the grace runs, submissions have closed, and the phase has not changed yet. */
  private boolean isPassed(Part part, Instant now) {
    return phase != Phase.DRAFT && part.isDate() && !((Instant) part.of(plan)).isAfter(now);
  }

  /** The last instant at which an idea may be sent in a way. */
  public Instant takesUntil(Via via) {
    return switch (via) {
      case AUTHOR, ROOM -> schedule().takesUntil();
      case LATE_CODE, ORGANISER -> schedule().judgingOpensAt();
    };
  }

  /**
   * @param sentAt when it reached the house, however long anything takes afterwards
   */
  public Door door(Via via, Instant sentAt) {
    if (phase == Phase.CANCELLED) {
      return Door.CANCELLED;
    }
    if (phase == Phase.DRAFT || sentAt.isBefore(schedule().opensAt())) {
      return Door.NOT_YET;
    }
    return sentAt.isAfter(takesUntil(via)) ? Door.LATE : Door.OPEN;
  }

  /** When something has to happen to this round by itself, if ever. */
  public Optional<Instant> dueAt() {
    if (!settled) {
      return Optional.of(changedAt);
    }
    if (phase.isOver()) {
      return juryKeptUntil;
    }
    return Stream.concat(movesOnAt(phase).stream(), nextReminder().map(this::remindsAt).stream())
        .min(Instant::compareTo);
  }

  /**
   * Before the jury is sure to have every entry, and its marks are ranked, what was sent at the
   * last instant is kept.
   */
  Instant settlesFrom() {
    return switch (phase) {
      case JUDGING -> schedule().judgingOpensAt().plus(LONGEST_REQUEST);
      case CLOSED -> schedule().judgingClosesAt().plus(LONGEST_REQUEST);
      case DRAFT, ANNOUNCED, OPEN, SCREENING, PUBLISHED, CANCELLED -> changedAt;
    };
  }

  Instant remindsAt(Reminder reminder) {
    return Reminders.at(reminder, schedule());
  }

  Optional<Reminder> nextReminder() {
    return reminders().findFirst();
  }

  /** The last of those that are due: after an outage nobody needs two at once. */
  Optional<Reminder> dueReminder(Instant now) {
    return reminders().filter(it -> !remindsAt(it).isAfter(now)).reduce((_, later) -> later);
  }

  private Stream<Reminder> reminders() {
    return Reminders.in(phase, plan).stream().filter(reminder -> !reminded.contains(reminder));
  }
}
