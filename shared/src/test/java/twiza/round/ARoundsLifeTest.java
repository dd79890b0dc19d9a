package twiza.round;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.round.RoundSamples.CLOSES;
import static twiza.round.RoundSamples.JURY;
import static twiza.round.RoundSamples.OPENS;
import static twiza.round.RoundSamples.RESULTS;
import static twiza.round.RoundSamples.aRound;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import twiza.place.Language;

class ARoundsLifeTest {

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  /** What each command does in each phase: the event, {@code =} for nothing, or a refusal. */
  private static final String WHAT_IS_ALLOWED =
      """
                 announce           replan             cancel          without a reason   settle        publish
      DRAFT      ROUND_ANNOUNCED    ROUND_CHANGED      ROUND_CANCELLED !ReasonRequired    =             !NotClosed
      ANNOUNCED  !AlreadyAnnounced  ROUND_CHANGED      ROUND_CANCELLED !ReasonRequired    =             !NotClosed
      OPEN       !AlreadyAnnounced  ROUND_CHANGED      ROUND_CANCELLED !ReasonRequired    =             !NotClosed
      SCREENING  !AlreadyAnnounced  ROUND_CHANGED      ROUND_CANCELLED !ReasonRequired    =             !NotClosed
      JUDGING    !AlreadyAnnounced  ROUND_CHANGED      ROUND_CANCELLED !ReasonRequired    ROUND_SETTLED !NotClosed
      CLOSED     !AlreadyAnnounced  ROUND_CHANGED      ROUND_CANCELLED !ReasonRequired    ROUND_SETTLED ROUND_PUBLISHED
      PUBLISHED  !Over              !Over              !Over           !Over              =             =
      CANCELLED  !Over              !Over              =               =                  =             !Over
      """;

  @Test
  void each_command_in_each_phase() {
    StringBuilder table = new StringBuilder();
    row(table, "", "announce", "replan", "cancel", "without a reason", "settle", "publish");
    for (Phase phase : Phase.values()) {
      Round round = in(phase);
      row(
          table,
          phase.name(),
          outcome(round, new RoundCommand.Announce("THYM42")),
          outcome(round, new RoundCommand.Replan(retitled(round.plan()))),
          outcome(round, new RoundCommand.Cancel("Report")),
          outcome(round, new RoundCommand.Cancel(" ")),
          outcome(round, new RoundCommand.Settle(phase)),
          outcome(round, new RoundCommand.Publish()));
    }
    assertThat(table.toString()).isEqualTo(WHAT_IS_ALLOWED);
  }

  private static void row(StringBuilder table, String... cells) {
    String row =
        String.format(Locale.ROOT, "%-10s %-18s %-18s %-15s %-18s %-13s %s", (Object[]) cells);
    table.append(row).append('\n');
  }

  private static String outcome(Round round, RoundCommand command) {
    return switch (RoundLife.decide(round, command, during(round.phase()))) {
      case RoundOutcome.Accepted accepted -> accepted.events().getFirst().code();
      case RoundOutcome.Unchanged _ -> "=";
      case RoundOutcome.Refused(RoundRefusal why) -> "!" + why.getClass().getSimpleName();
    };
  }

  private static Instant during(Phase phase) {
    return switch (phase) {
      case DRAFT, ANNOUNCED, CANCELLED -> MONDAY;
      case OPEN -> OPENS.plus(A_DAY);
      case SCREENING -> CLOSES.plus(A_DAY);
      case JUDGING -> JURY.plus(A_DAY);
      case CLOSED, PUBLISHED -> RESULTS.plus(A_DAY);
    };
  }

  /** A round whose entries have still to be told when it is in the hands of the jury. */
  private static Round in(Phase phase) {
    Round round = aRound().drafted().round();
    if (phase == Phase.DRAFT) {
      return round;
    }
    if (phase == Phase.CANCELLED) {
      return after(round, new RoundCommand.Cancel("Report"), MONDAY);
    }
    round = after(round, new RoundCommand.Announce("THYM42"), MONDAY);
    Instant now = during(phase);
    while (round.phase() != phase) {
      if (round.phase() == Phase.CLOSED) {
        round = after(round, new RoundCommand.Publish(), now);
      } else {
        round = settled(round, now);
        round = after(round, new RoundCommand.DoWhatIsDue(), now);
      }
    }
    return phase == Phase.PUBLISHED ? settled(round, now) : round;
  }

  private static Round settled(Round round, Instant now) {
    return round.settled() ? round : after(round, new RoundCommand.Settle(round.phase()), now);
  }

  private static Round after(Round round, RoundCommand command, Instant now) {
    RoundOutcome outcome = RoundLife.decide(round, command, now);
    assertThat(outcome).isInstanceOf(RoundOutcome.Accepted.class);
    return ((RoundOutcome.Accepted) outcome).round();
  }

  @Test
  void its_jury_is_forgotten_once_it_has_been_over_for_the_months_that_were_said() {
    Instant published = RESULTS.plus(A_DAY);
    Round round = after(in(Phase.CLOSED), new RoundCommand.Publish(Period.ofMonths(6)), published);
    Instant until = round.dueAt().orElseThrow();
    assertThat(until.atZone(MOROCCO)).isEqualTo(published.atZone(MOROCCO).plusMonths(6));
    assertThat(RoundLife.decide(round, new RoundCommand.DoWhatIsDue(), until.minusMillis(1)))
        .isInstanceOf(RoundOutcome.Unchanged.class);
    Round forgotten = after(round, new RoundCommand.DoWhatIsDue(), until);
    assertThat(forgotten.phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(forgotten.dueAt()).isEmpty();
    Round cancelled = after(in(Phase.OPEN), new RoundCommand.Cancel("Report"), OPENS);
    assertThat(cancelled.dueAt().orElseThrow().atZone(MOROCCO))
        .isEqualTo(OPENS.atZone(MOROCCO).plusMonths(12));
  }

  private static Plan retitled(Plan plan) {
    return with(plan, Part.TITLE);
  }

  private static final String FROZEN =
      """
      LIVE               ANNOUNCED
      RULES              OPEN
      ELIGIBILITY        OPEN
      COMPLAINTS         OPEN
      PRIZES             OPEN
      OPENING            OPEN
      GRACE              OPEN
      RANKING            OPEN
      SUBMISSIONS_CLOSE  SCREENING
      JUDGING_OPENING    JUDGING
      RUBRIC             JUDGING
      REVIEWS            JUDGING
      NAMES              JUDGING
      JUDGING_CLOSE      CLOSED
      JURY               never
      TITLE              never
      THEME              never
      """;

  @Test
  void each_part_of_a_plan_is_frozen_from_a_phase_on() {
    StringBuilder table = new StringBuilder();
    for (Part part : Part.values()) {
      String from = "never";
      for (Phase phase :
          List.of(Phase.CLOSED, Phase.JUDGING, Phase.SCREENING, Phase.OPEN, Phase.ANNOUNCED)) {
        Round round = in(phase);
        RoundOutcome outcome =
            RoundLife.decide(
                round, new RoundCommand.Replan(with(round.plan(), part)), during(phase));
        if (outcome instanceof RoundOutcome.Refused(RoundRefusal.Frozen(var parts))) {
          assertThat(parts).containsExactly(part);
          from = phase.name();
        }
      }
      table.append(String.format(Locale.ROOT, "%-18s %s\n", part, from));
    }
    assertThat(table.toString()).isEqualTo(FROZEN);
  }

  /** The same plan with one part changed, in a way that nothing else forbids. */
  private static Plan with(Plan p, Part part) {
    Schedule s = p.schedule();
    Map<Wording, String> french = new EnumMap<>(p.texts().get(Language.FR));
    boolean rules = part == Part.RULES;
    switch (part) {
      case ELIGIBILITY -> french.put(Wording.ELIGIBILITY, "Autrement");
      case COMPLAINTS -> french.put(Wording.COMPLAINTS, "Autrement");
      case JURY -> french.put(Wording.JURY, "Autrement");
      case TITLE -> french.put(Wording.TITLE, "Autrement");
      case THEME -> french.put(Wording.THEME, "Autrement");
      default -> {}
    }
    Schedule schedule =
        new Schedule(
            later(s.opensAt(), part == Part.OPENING),
            later(s.submissionsCloseAt(), part == Part.SUBMISSIONS_CLOSE),
            later(s.judgingOpensAt(), part == Part.JUDGING_OPENING),
            later(s.judgingClosesAt(), part == Part.JUDGING_CLOSE),
            part == Part.GRACE ? Duration.ofMinutes(5) : s.grace());
    return new Plan(
        Map.of(Language.FR, french, Language.AR, p.texts().get(Language.AR)),
        p.entriesPerAuthor() + (rules ? 1 : 0),
        p.complaintDays(),
        part == Part.PRIZES
            ? List.of(new Prize(p.prizes().getFirst().title(), OptionalLong.empty()))
            : p.prizes(),
        schedule,
        part == Part.RUBRIC ? p.rubric().reversed() : p.rubric(),
        part == Part.REVIEWS ? OptionalInt.of(Plan.MOST_REVIEWS) : p.reviews(),
        part == Part.RANKING ? Ranking.RAW : p.official(),
        p.tieBreaks(),
        p.priority(),
        p.seed(),
        p.live() ^ (part == Part.LIVE),
        p.namesHidden() ^ (part == Part.NAMES));
  }

  private static Instant later(Instant at, boolean moves) {
    return moves ? at.plus(A_DAY) : at;
  }

  @Test
  void each_phase_begins_at_its_instant_whether_or_not_anything_has_moved_it() {
    Round round = in(Phase.ANNOUNCED);
    assertThat(round.phaseAt(OPENS.minusMillis(1))).isEqualTo(Phase.ANNOUNCED);
    assertThat(round.phaseAt(OPENS)).isEqualTo(Phase.OPEN);
    assertThat(round.phaseAt(CLOSES)).isEqualTo(Phase.OPEN);
    assertThat(round.phaseAt(CLOSES.plusMillis(1))).isEqualTo(Phase.SCREENING);
    assertThat(round.phaseAt(JURY)).isEqualTo(Phase.JUDGING);
    assertThat(round.phaseAt(RESULTS)).isEqualTo(Phase.CLOSED);
    assertThat(round.phaseAt(RESULTS.plus(Duration.ofDays(999)))).isEqualTo(Phase.CLOSED);
  }

  @ParameterizedTest
  @EnumSource
  void the_door_is_open_between_two_instants_to_the_millisecond(Via via) {
    Round round = in(Phase.ANNOUNCED);
    Instant last = via == Via.AUTHOR || via == Via.ROOM ? CLOSES : JURY;
    assertThat(round.door(via, OPENS.minusMillis(1))).isEqualTo(Door.NOT_YET);
    assertThat(round.door(via, OPENS)).isEqualTo(Door.OPEN);
    assertThat(round.door(via, last)).isEqualTo(Door.OPEN);
    assertThat(round.door(via, last.plusMillis(1))).isEqualTo(Door.LATE);
    assertThat(in(Phase.DRAFT).door(via, OPENS)).isEqualTo(Door.NOT_YET);
    assertThat(in(Phase.CANCELLED).door(via, OPENS)).isEqualTo(Door.CANCELLED);
  }

  @Test
  void a_date_in_the_past_is_none_to_move_to() {
    Round round = in(Phase.OPEN);
    Schedule s = round.schedule();
    Instant now = during(Phase.OPEN);
    Schedule past =
        new Schedule(s.opensAt(), now, s.judgingOpensAt(), s.judgingClosesAt(), s.grace());
    assertThat(replanned(round, past, now))
        .isEqualTo(
            new RoundOutcome.Refused(
                new RoundRefusal.InThePast(java.util.Set.of(Part.SUBMISSIONS_CLOSE))));
  }

  @Test
  void a_deadline_that_has_passed_is_not_put_off_though_the_grace_runs() {
    Round drafted = aRound().graceOf(Duration.ofMinutes(30)).drafted().round();
    Round round = after(drafted, new RoundCommand.Announce("THYM42"), MONDAY);
    Schedule s = round.schedule();
    Schedule later =
        new Schedule(
            s.opensAt(),
            CLOSES.plus(Duration.ofHours(1)),
            s.judgingOpensAt(),
            s.judgingClosesAt(),
            s.grace());
    assertThat(replanned(round, later, CLOSES.minusMillis(1)))
        .isInstanceOf(RoundOutcome.Accepted.class);
    assertThat(round.phaseAt(CLOSES)).isEqualTo(Phase.OPEN);
    assertThat(replanned(round, later, CLOSES))
        .isEqualTo(
            new RoundOutcome.Refused(
                new RoundRefusal.Frozen(java.util.Set.of(Part.SUBMISSIONS_CLOSE))));
  }

  private static RoundOutcome replanned(Round round, Schedule schedule, Instant now) {
    return RoundLife.decide(
        round, new RoundCommand.Replan(RoundSamples.at(round.plan(), schedule)), now);
  }

  @Test
  void who_gets_more_time_is_reminded_again() {
    Round round = in(Phase.SCREENING);
    Instant reminded = JURY.minus(Duration.ofDays(2));
    round = after(round, new RoundCommand.DoWhatIsDue(), reminded);
    assertThat(round.reminded()).containsExactly(Round.Reminder.FIRST);
    Schedule s = round.schedule();
    Instant later = JURY.plus(Duration.ofDays(7));
    Schedule extended =
        new Schedule(
            s.opensAt(), s.submissionsCloseAt(), later, later.plus(Schedule.JUDGING), s.grace());
    round =
        after(round, new RoundCommand.Replan(RoundSamples.at(round.plan(), extended)), reminded);
    assertThat(round.reminded()).isEmpty();
    assertThat(round.settled()).as("whoever has not confirmed may wait longer").isFalse();
    round = after(round, new RoundCommand.Settle(Phase.SCREENING), reminded);
    assertThat(round.dueAt()).isEqualTo(Optional.of(later.minus(Duration.ofDays(2))));
  }

  @Test
  void who_was_not_reminded_in_time_is_reminded_once_and_not_twice() {
    Round round = in(Phase.SCREENING);
    Instant afterAnOutage = JURY.minus(Duration.ofHours(3));
    RoundOutcome.Accepted reminded =
        (RoundOutcome.Accepted)
            RoundLife.decide(round, new RoundCommand.DoWhatIsDue(), afterAnOutage);
    assertThat(reminded.events())
        .containsExactly(new RoundEvent.Reminded(Round.Reminder.LAST, true));
    assertThat(RoundLife.decide(reminded.round(), new RoundCommand.DoWhatIsDue(), afterAnOutage))
        .isInstanceOf(RoundOutcome.Unchanged.class);
    assertThat(reminded.round().dueAt()).isEqualTo(Optional.of(JURY));
  }

  /** What each jury is reminded of, in hours before it is done. */
  @ParameterizedTest
  @CsvSource({
    "P13D, 'JURY_HALF_TIME 156, JURY_FIRST 48, JURY_LAST 6'",
    "P4D, 'JURY_FIRST 48, JURY_LAST 6'",
    "P5D, 'JURY_HALF_TIME 60, JURY_FIRST 48, JURY_LAST 6'",
    "P3D, 'JURY_FIRST 48, JURY_HALF_TIME 36, JURY_LAST 6'",
    "P1D, 'JURY_LAST 6'",
    "PT4H, 'JURY_HALF_TIME 2'"
  })
  void jurors_are_reminded_at_half_time_and_twice_before_the_end(Duration jury, String expected) {
    Instant done = JURY.plus(jury);
    Schedule schedule = new Schedule(OPENS, CLOSES, JURY, done, Duration.ZERO);
    Round round = in(Phase.SCREENING);
    round = after(round, new RoundCommand.Replan(RoundSamples.at(round.plan(), schedule)), MONDAY);
    round = after(round, new RoundCommand.DoWhatIsDue(), JURY.minus(Duration.ofDays(2)));
    round = after(round, new RoundCommand.DoWhatIsDue(), JURY.minus(Duration.ofHours(6)));
    round = after(round, new RoundCommand.DoWhatIsDue(), JURY);
    round = after(round, new RoundCommand.Settle(Phase.JUDGING), JURY.plusSeconds(30));
    List<String> reminders = new ArrayList<>();
    while (round.dueAt().orElseThrow().isBefore(done)) {
      Instant at = round.dueAt().orElseThrow();
      RoundOutcome.Accepted accepted =
          (RoundOutcome.Accepted) RoundLife.decide(round, new RoundCommand.DoWhatIsDue(), at);
      RoundEvent.Reminded reminded = (RoundEvent.Reminded) accepted.events().getFirst();
      assertThat(reminded.inTime()).isTrue();
      reminders.add(reminded.reminder() + " " + Duration.between(at, done).toHours());
      round = accepted.round();
    }
    assertThat(String.join(", ", reminders)).isEqualTo(expected);
  }

  @Test
  void nobody_in_a_room_is_reminded_of_marking() {
    Round round = aRound().between(OPENS, CLOSES).live().drafted().round();
    round = after(round, new RoundCommand.Announce("THYM42"), MONDAY);
    Instant jury = round.schedule().judgingOpensAt().plusMillis(1);
    while (round.phase() != Phase.JUDGING) {
      round = after(round, new RoundCommand.DoWhatIsDue(), jury);
    }
    round = after(round, new RoundCommand.Settle(Phase.JUDGING), jury.plusSeconds(30));
    assertThat(round.dueAt()).contains(round.schedule().judgingClosesAt());
  }

  @Test
  void a_round_of_a_day_reminds_nobody_before_it_is_open() {
    Round round = aRound().between(OPENS, OPENS.plus(Duration.ofHours(2))).live().drafted().round();
    round = after(round, new RoundCommand.Announce("THYM42"), MONDAY);
    round = after(round, new RoundCommand.DoWhatIsDue(), OPENS);
    assertThat(round.dueAt()).isEqualTo(Optional.of(round.schedule().takesUntil().plusMillis(1)));
  }

  @Test
  void it_is_settled_only_for_the_phase_that_was_told_and_not_before_all_is_in() {
    Round round = in(Phase.JUDGING);
    RoundCommand early = new RoundCommand.Settle(Phase.JUDGING);
    assertThat(RoundLife.decide(round, early, JURY.plusSeconds(29)))
        .isEqualTo(new RoundOutcome.Unchanged(round));
    Round closed = in(Phase.CLOSED);
    assertThat(RoundLife.decide(closed, early, RESULTS))
        .isEqualTo(new RoundOutcome.Unchanged(closed));
    RoundCommand marked = new RoundCommand.Settle(Phase.CLOSED);
    assertThat(RoundLife.decide(closed, marked, RESULTS.plusSeconds(29)))
        .isEqualTo(new RoundOutcome.Unchanged(closed));
    assertThat(RoundLife.decide(closed, marked, RESULTS.plusSeconds(30)))
        .isInstanceOf(RoundOutcome.Accepted.class);
  }
}
