package twiza.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import twiza.round.Round.Reminder;

/** When a round reminds those for whom it waits. */
final class Reminders {

  private static final Duration FIRST = Duration.ofDays(2);
  private static final Duration LAST = Duration.ofHours(6);

  /** Nobody is reminded of half-time when another reminder is as near as this. */
  private static final Duration APART = Duration.ofHours(12);

  private Reminders() {}

  static Instant at(Reminder reminder, Schedule schedule) {
    return switch (reminder) {
      case FIRST -> schedule.judgingOpensAt().minus(FIRST);
      case LAST -> schedule.judgingOpensAt().minus(LAST);
      case JURY_HALF_TIME -> halfTime(schedule);
      case JURY_FIRST -> schedule.judgingClosesAt().minus(FIRST);
      case JURY_LAST -> schedule.judgingClosesAt().minus(LAST);
    };
  }

  private static Instant halfTime(Schedule schedule) {
    Duration jury = Duration.between(schedule.judgingOpensAt(), schedule.judgingClosesAt());
    return schedule.judgingOpensAt().plus(jury.dividedBy(2));
  }

  /**
   * Those of a phase, in their order. Nobody is reminded before the round is open or before the
   * jury has begun, and no juror in a room.
   */
  static List<Reminder> in(Phase phase, Plan plan) {
    Schedule schedule = plan.schedule();
    return switch (phase) {
      case OPEN, SCREENING ->
          Stream.of(Reminder.FIRST, Reminder.LAST)
              .filter(it -> at(it, schedule).isAfter(schedule.opensAt()))
              .toList();
      case JUDGING -> plan.live() ? List.of() : ofJury(schedule);
      case DRAFT, ANNOUNCED, CLOSED, PUBLISHED, CANCELLED -> List.of();
    };
  }

  private static List<Reminder> ofJury(Schedule schedule) {
    List<Reminder> all =
        new ArrayList<>(
            Stream.of(Reminder.JURY_FIRST, Reminder.JURY_LAST)
                .filter(it -> at(it, schedule).isAfter(schedule.judgingOpensAt()))
                .toList());
    boolean alone =
        all.stream()
            .map(it -> Duration.between(at(it, schedule), halfTime(schedule)).abs())
            .noneMatch(gap -> gap.compareTo(APART) < 0);
    if (alone) {
      all.add(Reminder.JURY_HALF_TIME);
    }
    all.sort(Comparator.comparing(it -> at(it, schedule)));
    return all;
  }
}
