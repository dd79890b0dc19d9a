package twiza.uptake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import twiza.idea.Call;
import twiza.idea.Contact;

/** In whatever order and at whatever time: no rule is broken. */
class WhateverIsAskedOfAnUptakeTest {

  private static final List<String> IDS = List.of("a", "b", "c", "own");
  private static final List<String> PROVINCES = List.of(Undertaking.AZILAL, Undertaking.KHENIFRA);

  /** Something that happens around an idea. */
  sealed interface Step {

    record Wait(Duration time) implements Step {}

    /** Until just before, at, or just after something becomes due. */
    record WaitForWhatIsDue(long millis) implements Step {}

    record Unpublish() implements Step {}

    record Orphan() implements Step {}

    record Ask(UptakeCommand command) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    return Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.integers().between(0, 60).map(this::days)),
            Tuple.of(30, Arbitraries.longs().between(-1, 1).map(Step.WaitForWhatIsDue::new)),
            Tuple.of(1, Arbitraries.just(new Step.Unpublish())),
            Tuple.of(1, Arbitraries.just(new Step.Orphan())),
            Tuple.of(150, commands().map(Step.Ask::new)))
        .list()
        .ofMinSize(20)
        .ofMaxSize(100);
  }

  private Step days(int days) {
    return new Step.Wait(Duration.ofDays(days));
  }

  private static Arbitrary<UptakeCommand> commands() {
    Arbitrary<String> ids = Arbitraries.of(IDS);
    return Arbitraries.frequencyOf(
        Tuple.of(6, asks()),
        Tuple.of(6, ids.map(id -> new UptakeCommand.Confirm(id, false))),
        Tuple.of(8, ids.map(id -> new UptakeCommand.Answer(id, true))),
        Tuple.of(1, ids.map(id -> new UptakeCommand.Answer(id, false))),
        Tuple.of(6, reports()),
        Tuple.of(1, ids.map(UptakeCommand.Withdraw::new)),
        Tuple.of(1, ids.map(UptakeCommand.Erase::new)),
        Tuple.of(2, calls()),
        Tuple.of(1, ids.map(id -> new UptakeCommand.Bounce(id, Whom.PARTY))),
        Tuple.of(
            2, Arbitraries.of(PROVINCES).map(where -> new UptakeCommand.Start("own", where, 1))),
        Tuple.of(8, Arbitraries.just(new UptakeCommand.DoWhatIsDue())));
  }

  private static Arbitrary<UptakeCommand> asks() {
    return Arbitraries.of("a", "b", "c")
        .flatMap(
            id ->
                Arbitraries.of(PROVINCES)
                    .flatMap(
                        where ->
                            Arbitraries.of(Contact.Kind.class)
                                .map(contact -> Undertaking.ask(id, where, contact))));
  }

  private static Arbitrary<UptakeCommand> reports() {
    return Arbitraries.of(IDS)
        .flatMap(
            id ->
                Arbitraries.of(
                        Stage.IN_PREPARATION,
                        Stage.IN_PREPARATION,
                        Stage.REGISTERED,
                        Stage.RUNNING,
                        Stage.STOPPED)
                    .map(stage -> Undertaking.report(id, stage)));
  }

  private static Arbitrary<UptakeCommand> calls() {
    return Arbitraries.of(IDS)
        .flatMap(
            id ->
                Arbitraries.of(Whom.class)
                    .flatMap(
                        whom ->
                            Arbitraries.of(Call.Result.class)
                                .map(how -> new UptakeCommand.RecordCall(id, whom, how))));
  }

  @Property(tries = 2000)
  void noRuleIsBroken(@ForAll("lives") List<Step> steps) {
    Life life = new Life();
    steps.forEach(life::goesThrough);
    life.it.uptake.interests().forEach(it -> Statistics.collect(it.stage()));
    Statistics.coverage(
        reached ->
            EnumSet.allOf(Stage.class)
                .forEach(stage -> reached.check(stage).count(times -> times > 10)));
  }

  @Property(tries = 500)
  void leftAloneItComesToRestAndNobodyIsKnownForEver(@ForAll("lives") List<Step> steps) {
    Life life = new Life();
    steps.forEach(life::goesThrough);
    Undertaking it = life.it;
    for (int i = 0; i < 200; i++) {
      it.uptake
          .dueAt(it.offer, Terms.USUAL)
          .filter(it.now::isBefore)
          .ifPresent(due -> it.now = due);
      it.swept();
    }
    assertThat(it.uptake.dueAt(it.offer, Terms.USUAL)).isEmpty();
    assertThat(it.uptake.interests()).allMatch(Interest::forgotten);
    assertThat(it.taken()).isEqualTo(Taken.OFFERED);
  }

  /** A life that checks each rule after each step. */
  private static final class Life {

    private final Undertaking it = Undertaking.offered();
    private final Set<String> agreed = new HashSet<>();

    void goesThrough(Step step) {
      switch (step) {
        case Step.Wait(Duration time) -> it.waits(time);
        case Step.WaitForWhatIsDue(long millis) -> waitForWhatIsDue(millis);
        case Step.Unpublish _ -> it.unpublished();
        case Step.Orphan _ -> it.orphaned();
        case Step.Ask(UptakeCommand command) -> ask(command);
      }
      check();
    }

    private void waitForWhatIsDue(long millis) {
      it.uptake
          .dueAt(it.offer, Terms.USUAL)
          .map(due -> due.plusMillis(millis))
          .filter(it.now::isBefore)
          .ifPresent(due -> it.now = due);
    }

    private void ask(UptakeCommand command) {
      if (command instanceof UptakeCommand.Ask ask
          && it.uptake.interest(ask.interest()).isPresent()) {
        return;
      }
      if (command instanceof UptakeCommand.Start && it.uptake.interest("own").isPresent()) {
        return;
      }
      UptakeOutcome outcome = it.tries(command);
      if (outcome instanceof UptakeOutcome.Accepted accepted) {
        if (accepted.event() instanceof UptakeEvent.Agreed
            || accepted.event() instanceof UptakeEvent.Started) {
          agreed.add(accepted.event().interest());
        }
        accepted.tell().forEach(whom -> assertThat(reached(whom, accepted)).isTrue());
      }
    }

    /** Only who has an address is written to. */
    private boolean reached(Whom whom, UptakeOutcome.Accepted accepted) {
      Optional<Contact.Kind> kind =
          whom == Whom.AUTHOR ? it.offer.author() : Optional.of(accepted.interest().contact());
      return kind.equals(Optional.of(Contact.Kind.EMAIL));
    }

    private void check() {
      for (Interest interest : it.uptake.interests()) {
        check(interest);
      }
      for (String province : PROVINCES) {
        long holders =
            it.uptake.interests().stream()
                .filter(each -> each.province().equals(province) && each.reserves(it.now))
                .count();
        assertThat(holders).isLessThanOrEqualTo(1);
      }
    }

    /** Silence is never consent; who is over is not asked, waited for or reserved for. */
    private void check(Interest interest) {
      boolean consented = interest.agreedAt().isPresent();
      assertThat(consented).isEqualTo(agreed.contains(interest.id()));
      if (interest.stage().isUnderway()) {
        assertThat(consented).isTrue();
      } else {
        assertThat(interest.reserves(it.now)).isFalse();
        assertThat(interest.askAt()).isEmpty();
      }
      if (interest.stage().isFounded()) {
        assertThat(interest.registration()).isPresent();
      }
      if (interest.forgotten()) {
        assertThat(interest.calls()).isEmpty();
      }
      Optional<Instant> due = Deadlines.of(interest, it.offer, Terms.USUAL);
      if (interest.stage().isOver() && !interest.forgotten()) {
        assertThat(due).isPresent();
      }
    }
  }
}
