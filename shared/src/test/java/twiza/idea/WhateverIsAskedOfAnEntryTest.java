package twiza.idea;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import twiza.idea.Entry.Place;
import twiza.idea.Entry.Standing;
import twiza.round.Via;

/** In whatever order: no idea's part in a round becomes one that the rules forbid. */
class WhateverIsAskedOfAnEntryTest {

  private static final List<String> ROUNDS = List.of("01JRNDSPRING", "01JRNDAUTUMN");

  /**
   * Something that happens to an idea; what it is in full depends on where the idea stands then.
   */
  enum Step {
    ENTER,
    LEAVE,
    OPEN_JUDGING,
    OPEN_JUDGING_LATE,
    CLOSE_JUDGING,
    CONFIRM,
    CORRECT,
    APPROVE,
    REQUEST_CHANGES,
    REJECT,
    UNPUBLISH,
    WITHDRAW,
    ERASE,
    LEAVE_TEXT,
    WAIT_AND_SEE
  }

  record Deed(Step step, int round) {}

  @Provide
  Arbitrary<List<Deed>> lives() {
    Arbitrary<Step> steps =
        Arbitraries.frequency(
            Tuple.of(8, Step.ENTER),
            Tuple.of(2, Step.LEAVE),
            Tuple.of(4, Step.OPEN_JUDGING),
            Tuple.of(2, Step.OPEN_JUDGING_LATE),
            Tuple.of(3, Step.CLOSE_JUDGING),
            Tuple.of(6, Step.CONFIRM),
            Tuple.of(4, Step.CORRECT),
            Tuple.of(8, Step.APPROVE),
            Tuple.of(3, Step.REQUEST_CHANGES),
            Tuple.of(2, Step.REJECT),
            Tuple.of(2, Step.UNPUBLISH),
            Tuple.of(1, Step.WITHDRAW),
            Tuple.of(1, Step.ERASE),
            Tuple.of(1, Step.LEAVE_TEXT),
            Tuple.of(1, Step.WAIT_AND_SEE));
    return steps
        .flatMap(step -> Arbitraries.integers().between(0, 1).map(round -> new Deed(step, round)))
        .list()
        .ofMaxSize(50);
  }

  @Property(tries = 3000)
  void noRuleIsBroken(@ForAll("lives") List<Deed> deeds, @ForAll boolean byPhone) {
    Life life = new Life(byPhone);
    deeds.forEach(life::goesThrough);
    life.idea.entries().forEach(entry -> Statistics.collect(entry.place()));
    Statistics.coverage(
        reached ->
            List.of(Place.values())
                .forEach(place -> reached.check(place).count(times -> times > 10)));
  }

  @Property(tries = 1000)
  void replayingTheEventsGivesTheSameState(
      @ForAll("lives") List<Deed> deeds, @ForAll boolean byPhone) {
    Life life = new Life(byPhone);
    deeds.forEach(life::goesThrough);
    Idea replayed = life.sample.accepted().idea();
    for (Happened happened : life.history) {
      replayed = IdeaLife.after(replayed, happened.event(), happened.by(), happened.at());
    }
    assertThat(replayed).isEqualTo(life.idea);
  }

  private record Happened(IdeaEvent event, String by, Instant at) {}

  /** One idea, and the rules, which are looked at after every step. */
  private static final class Life {

    private final List<Happened> history = new ArrayList<>();
    private final Set<String> begun = new HashSet<>();
    private final Samples.Sample sample;
    private Idea idea;
    private Instant now = Samples.MONDAY;

    Life(boolean byPhone) {
      sample = byPhone ? Samples.anIdea().by(Samples.moha()) : Samples.anIdea();
      idea = sample.accepted().idea();
    }

    void goesThrough(Deed deed) {
      now = now.plus(Duration.ofHours(deed.step() == Step.WAIT_AND_SEE ? 24 * 4 : 1));
      String round = ROUNDS.get(deed.round());
      Idea before = idea;
      Command command = command(deed.step(), round);
      if (command instanceof Command.OpenJudging) {
        begun.add(round);
      }
      if (IdeaLife.decide(idea, command, now) instanceof Outcome.Accepted accepted) {
        String by = command instanceof Command.Decide decide ? decide.by() : "";
        accepted.events().forEach(event -> history.add(new Happened(event, by, now)));
        idea = accepted.idea();
      }
      ROUNDS.forEach(it -> isAllowed(before, it));
      assertThat(idea.entries()).extracting(Entry::round).doesNotHaveDuplicates();
      isToldApart(command, round);
    }

    private Command command(Step step, String round) {
      return switch (step) {
        case ENTER -> new Command.Enter(round, Via.AUTHOR, now.plus(Duration.ofDays(9)));
        case LEAVE -> new Command.LeaveRound(round);
        case OPEN_JUDGING -> new Command.OpenJudging(round, idea.state(), idea.published());
        case OPEN_JUDGING_LATE -> new Command.OpenJudging(round, State.PENDING, idea.published());
        case CLOSE_JUDGING -> new Command.CloseJudging(round);
        case CONFIRM -> new Command.Confirm();
        case CORRECT -> new Command.Correct(idea.latest());
        case APPROVE -> decision(Choice.APPROVE);
        case REQUEST_CHANGES -> decision(Choice.REQUEST_CHANGES);
        case REJECT -> decision(Choice.REJECT);
        case UNPUBLISH -> decision(Choice.UNPUBLISH);
        case WITHDRAW -> new Command.Withdraw();
        case ERASE -> new Command.Erase(false);
        case LEAVE_TEXT -> new Command.Erase(true);
        case WAIT_AND_SEE -> new Command.DoWhatIsDue();
      };
    }

    private Command decision(Choice choice) {
      return new Command.Decide(choice, idea.shown(), Samples.MODERATOR, "Parce que");
    }

    private void isAllowed(Idea before, String round) {
      if (idea.entry(round).isEmpty()) {
        assertThat(before.entry(round)).isEmpty();
        return;
      }
      Entry entry = idea.entry(round).orElseThrow();
      Place was = before.entry(round).map(Entry::place).orElse(Place.LEFT);
      assertThat(entry.place()).isIn(following(was));
      if (entry.place() == Place.HELD || entry.place() == Place.ADMITTED) {
        assertThat(begun).contains(round);
      }
      assertThat(entry.revision().isPresent() && entry.place() == Place.ENTERED).isFalse();
      if (entry.place() == Place.ADMITTED) {
        assertThat(entry.revision()).isPresent();
        assertThat(entry.revision().getAsInt()).isBetween(1, idea.latest());
      }
      if (was == Place.ADMITTED && entry.place() == Place.ADMITTED) {
        assertThat(entry).isEqualTo(before.entry(round).orElseThrow());
      }
      canBeKept(entry);
    }

    /** Whoever was left out in time may come again; nobody goes back from the jury to the crowd. */
    private static Set<Place> following(Place was) {
      return switch (was) {
        case ENTERED -> Set.of(Place.values());
        case HELD -> Set.of(Place.HELD, Place.ADMITTED, Place.LEFT, Place.UNREADY);
        case ADMITTED -> Set.of(Place.ADMITTED, Place.LEFT);
        case LEFT, UNREADY -> Set.of(was, Place.ENTERED);
      };
    }

    /** What the lists of a round are made of is there. */
    private void canBeKept(Entry entry) {
      Standing standing = entry.standing(idea.state());
      if (standing == Standing.WAITING) {
        assertThat(idea.waitingSince()).isPresent();
      }
      if (standing == Standing.READY || standing == Standing.ADMITTED) {
        assertThat(idea.published()).isPresent();
        assertThat(idea.publishedAt()).isPresent();
      }
    }

    /** Once the jury begins or ends, no idea is left without knowing. */
    private void isToldApart(Command command, String round) {
      Place place = idea.entry(round).map(Entry::place).orElse(Place.LEFT);
      if (command instanceof Command.OpenJudging) {
        assertThat(place).isNotEqualTo(Place.ENTERED);
      }
      if (command instanceof Command.CloseJudging) {
        assertThat(place).isNotIn(Place.ENTERED, Place.HELD);
      }
    }
  }
}
