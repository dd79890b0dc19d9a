package twiza.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import twiza.idea.Samples;

/** In whatever order and at whatever time: no round reaches a state that the rules forbid. */
class WhateverIsAskedOfARoundTest {

  /** Something that happens in the life of a round. */
  sealed interface Step {

    record Wait(Duration time) implements Step {}

    /** Until just before, at, or just after something becomes due. */
    record WaitForWhatIsDue(Duration around) implements Step {}

    /** Somebody tries to send an idea. */
    record Send(Via via) implements Step {}

    /** Dates move by these, in the order of the plan; other parts may change too. */
    record Replan(List<Duration> moves, Duration grace, long seed, boolean live) implements Step {}

    record Ask(RoundCommand command) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    return Arbitraries.frequencyOf(
            Tuple.of(1, minutes(0, 8_000).map(Step.Wait::new)),
            Tuple.of(14, Arbitraries.longs().between(-1, 2).map(WhateverIsAskedOfARoundTest::due)),
            Tuple.of(2, Arbitraries.of(Via.class).map(Step.Send::new)),
            Tuple.of(3, replans()),
            Tuple.of(16, commands().map(Step.Ask::new)))
        .list()
        .ofMinSize(30)
        .ofMaxSize(140);
  }

  private static Step due(long around) {
    return new Step.WaitForWhatIsDue(Duration.ofMillis(around));
  }

  private static Arbitrary<Duration> minutes(int least, int most) {
    return Arbitraries.integers().between(least, most).map(Duration::ofMinutes);
  }

  private static Arbitrary<Step> replans() {
    Arbitrary<Duration> move =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(Duration.ZERO)), Tuple.of(1, minutes(-30_000, 30_000)));
    return Combinators.combine(
            move.list().ofSize(4),
            Arbitraries.of(0, 0, 0, 5, 60).map(Duration::ofMinutes),
            Arbitraries.longs().between(1, 2),
            Arbitraries.of(false, false, false, true))
        .as(Step.Replan::new);
  }

  private static Arbitrary<RoundCommand> commands() {
    return Arbitraries.frequency(
        Tuple.of(10, new RoundCommand.DoWhatIsDue()),
        Tuple.of(4, new RoundCommand.Announce("THYM42")),
        Tuple.of(5, new RoundCommand.Settle(Phase.JUDGING)),
        Tuple.of(3, new RoundCommand.Settle(Phase.CLOSED)),
        Tuple.of(1, new RoundCommand.Settle(Phase.OPEN)),
        Tuple.of(1, new RoundCommand.EndJudging()),
        Tuple.of(3, new RoundCommand.Publish()),
        Tuple.of(1, new RoundCommand.Cancel("")));
  }

  @Property(tries = 2000)
  void noRuleIsBroken(@ForAll("lives") List<Step> steps) {
    Life life = new Life();
    steps.forEach(life::goesThrough);
    Statistics.collect(life.round.phase());
    Statistics.coverage(
        reached ->
            EnumSet.range(Phase.DRAFT, Phase.PUBLISHED)
                .forEach(phase -> reached.check(phase).count(times -> times > 10)));
  }

  @Property(tries = 500)
  void aCancelledRoundKeepsTheRulesToo(@ForAll("lives") List<Step> steps) {
    Life life = new Life();
    steps.stream().limit(steps.size() / 2).forEach(life::goesThrough);
    life.goesThrough(new Step.Ask(new RoundCommand.Cancel("Report")));
    steps.forEach(life::goesThrough);
  }

  @Property(tries = 1000)
  void replayingTheEventsGivesTheSameState(@ForAll("lives") List<Step> steps) {
    Life life = new Life();
    steps.forEach(life::goesThrough);
    Round replayed =
        RoundLife.begin(
            life.round.id(), (RoundEvent.Drafted) life.history.getFirst().event(), Samples.MONDAY);
    for (Happened happened : life.history.subList(1, life.history.size())) {
      replayed = RoundLife.after(replayed, happened.event(), happened.at());
    }
    assertThat(with(replayed, life.round.entered())).isEqualTo(life.round);
  }

  /** Ideas are counted by the round's item, and not by its events. */
  private static Round with(Round round, int entered) {
    return new Round(
        round.id(),
        round.region(),
        round.version(),
        round.phase(),
        round.plan(),
        round.planned(),
        entered,
        round.reminded(),
        round.settled(),
        round.roomCode(),
        round.changedAt(),
        round.juryKeptUntil());
  }

  private record Happened(RoundEvent event, Instant at) {}

  /** One round, and the rules, which are looked at after every step. */
  private static final class Life {

    private static final Set<Phase> WITH_DUTIES =
        EnumSet.complementOf(EnumSet.of(Phase.DRAFT, Phase.PUBLISHED, Phase.CANCELLED));

    private final List<Happened> history = new ArrayList<>();
    private Round round;
    private Instant now = Samples.MONDAY;

    Life() {
      RoundOutcome.Accepted drafted = RoundSamples.aRound().drafted();
      round = drafted.round();
      history.add(new Happened(drafted.events().getFirst(), now));
    }

    void goesThrough(Step step) {
      Round before = round;
      Instant earlier = now;
      switch (step) {
        case Step.Wait(Duration time) -> now = now.plus(time);
        case Step.WaitForWhatIsDue(Duration around) ->
            now = round.dueAt().map(due -> due.plus(around)).filter(now::isBefore).orElse(now);
        case Step.Send(Via via) -> send(via);
        case Step.Replan replan -> replan(replan);
        case Step.Ask(RoundCommand command) -> ask(command);
      }
      goesForwardOnly(before, earlier);
      isNeverEarly();
      holdsTogether();
      isNeverStuck();
      changesOnlyWhatMayChange(before);
    }

    private void send(Via via) {
      if (round.door(via, now) == Door.OPEN) {
        round = with(round, round.entered() + 1);
      }
    }

    private void replan(Step.Replan replan) {
      Schedule s = round.schedule();
      List<Duration> moves = replan.moves();
      Instant opens = s.opensAt().plus(moves.get(0));
      Instant closes = s.submissionsCloseAt().plus(moves.get(1));
      Instant jury = s.judgingOpensAt().plus(moves.get(2));
      Instant results = s.judgingClosesAt().plus(moves.get(3));
      if (Schedule.isInOrder(opens, closes, jury, results, replan.grace())) {
        Schedule schedule = new Schedule(opens, closes, jury, results, replan.grace());
        Plan moved = RoundSamples.at(round.plan(), schedule);
        Plan live = RoundSamples.live(moved, replan.live());
        ask(new RoundCommand.Replan(RoundSamples.seeded(live, replan.seed())));
      }
    }

    private void ask(RoundCommand command) {
      if (RoundLife.decide(round, command, now) instanceof RoundOutcome.Accepted accepted) {
        accepted.events().forEach(event -> history.add(new Happened(event, now)));
        assertThat(accepted.round().version())
            .isEqualTo(round.version() + accepted.events().size());
        round = accepted.round();
      }
    }

    private void goesForwardOnly(Round before, Instant earlier) {
      assertThat(round.phase()).isGreaterThanOrEqualTo(before.phase());
      assertThat(round.phaseAt(now)).isGreaterThanOrEqualTo(before.phaseAt(earlier));
      if (before.phase().isOver()) {
        assertThat(isForgotten(before, round) || with(round, before.entered()).equals(before))
            .isTrue();
      }
      if (before.phase() == Phase.CANCELLED) {
        assertThat(round.entered()).isEqualTo(before.entered());
      }
    }

    /** All that happens to a round that is over: in the end its jury is forgotten. */
    private boolean isForgotten(Round before, Round after) {
      return before.juryKeptUntil().filter(until -> !until.isAfter(now)).isPresent()
          && after.juryKeptUntil().isEmpty()
          && after.phase() == before.phase()
          && after.plan().equals(before.plan());
    }

    /** The stored phase may lag behind the clock; it never runs ahead of what was announced. */
    private void isNeverEarly() {
      Schedule schedule = round.schedule();
      switch (round.phase()) {
        case DRAFT, ANNOUNCED, CANCELLED -> {}
        case OPEN -> assertThat(now).isAfterOrEqualTo(schedule.opensAt());
        case SCREENING -> assertThat(now).isAfter(schedule.takesUntil());
        case JUDGING -> assertThat(now).isAfterOrEqualTo(schedule.judgingOpensAt());
        case CLOSED, PUBLISHED -> assertThat(now).isAfterOrEqualTo(schedule.judgingClosesAt());
      }
      for (Happened happened : history) {
        if (happened.event() instanceof RoundEvent.Reminded(var reminder, boolean inTime)
            && inTime) {
          assertThat(happened.at())
              .isBefore(
                  reminder.isOfJury() ? schedule.judgingClosesAt() : schedule.judgingOpensAt());
        }
      }
    }

    private void holdsTogether() {
      assertThat(round.settled() || WITH_DUTIES.contains(round.phase())).isTrue();
      boolean hasRoom =
          round.plan().live() && round.phase() != Phase.DRAFT && round.phase() != Phase.CANCELLED;
      assertThat(round.roomCode().isEmpty()).isEqualTo(!hasRoom);
      assertThat(round.phase() == Phase.DRAFT && round.entered() > 0).isFalse();
      boolean open = round.phaseAt(now) == Phase.OPEN;
      assertThat(round.door(Via.AUTHOR, now) == Door.OPEN).isEqualTo(open);
    }

    /** Doing what is due ends, and leaves nothing due but what its ideas have to be told. */
    private void isNeverStuck() {
      Round moved = round;
      for (int step = 0; step < 10; step++) {
        if (RoundLife.decide(moved, new RoundCommand.DoWhatIsDue(), now)
            instanceof RoundOutcome.Accepted accepted) {
          moved = accepted.round();
        }
      }
      if (moved.settled()) {
        assertThat(moved.dueAt().filter(due -> !due.isAfter(now))).isEmpty();
        assertThat(moved.phase()).isEqualTo(round.phaseAt(now));
      }
    }

    private void changesOnlyWhatMayChange(Round before) {
      Set<Part> changed = Part.differences(before.plan(), round.plan());
      if (changed.isEmpty() || before.phase() == Phase.DRAFT) {
        return;
      }
      Phase phase = before.phaseAt(now);
      assertThat(changed).noneMatch(part -> part.isFrozen(phase));
      assertThat(changed)
          .filteredOn(Part::isDate)
          .allSatisfy(part -> assertThat((Instant) part.of(before.plan())).isAfter(now));
      boolean done = round.plan().live() && round.schedule().judgingClosesAt().equals(now);
      if (before.entered() > 0) {
        assertThat(changed)
            .filteredOn(part -> part.isDate() && !(done && part == Part.JUDGING_CLOSE))
            .allSatisfy(
                part ->
                    assertThat((Instant) part.of(round.plan()))
                        .isAfter((Instant) part.of(before.plan())));
      }
    }
  }
}
