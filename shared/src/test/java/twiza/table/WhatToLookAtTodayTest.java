package twiza.table;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.idea.Samples.MONDAY;
import static twiza.idea.Samples.anIdea;
import static twiza.idea.Samples.moha;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import twiza.access.Fingerprints;
import twiza.board.Matter;
import twiza.board.Matter.Kind;
import twiza.board.UnansweredNeeds;
import twiza.idea.Journey;
import twiza.idea.Patience;
import twiza.idea.Samples;
import twiza.round.Edition;
import twiza.round.Round;
import twiza.round.RoundSamples;
import twiza.round.Via;
import twiza.settings.TestKeys;
import twiza.uptake.Candidate;
import twiza.uptake.Stage;
import twiza.uptake.Terms;

class WhatToLookAtTodayTest {

  private static final Patience PATIENCE = new Patience(Duration.ofDays(3), Duration.ofDays(7));

  private final LocalTable table = LocalTable.create();
  private final Fingerprints fingerprints = TestKeys.fingerprints();
  private final TableIdeas ideas = new TableIdeas(table.client(), table.name(), fingerprints);
  private final TableUptakes uptakes = new TableUptakes(table.client(), table.name(), fingerprints);
  private final TableRounds rounds = new TableRounds(table.client(), table.name(), fingerprints);

  private Matter look(Kind kind, Instant now) {
    return Stream.of(
            new TableMatters(table.client(), table.name(), () -> PATIENCE, () -> Terms.USUAL),
            new UnansweredNeeds(new TableNeeds(table.client(), table.name(), fingerprints)))
        .flatMap(matters -> matters.of("05", now).stream())
        .filter(matter -> matter.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static Matter nothing(Kind kind) {
    return new Matter(kind, 0, false, Optional.empty());
  }

  @Test
  void is_nothing_where_nothing_is() {
    for (Kind kind : Kind.values()) {
      assertThat(look(kind, MONDAY)).isEqualTo(nothing(kind));
    }
  }

  @Test
  void is_what_waits_and_since_when() {
    Journey.begins(ideas, anIdea().by(moha()).sentAt(MONDAY.plusSeconds(60)));
    Journey.begins(ideas, anIdea().by(moha()));
    Journey.begins(ideas, anIdea());
    assertThat(look(Kind.WAITING, MONDAY.plus(Duration.ofDays(7))))
        .isEqualTo(new Matter(Kind.WAITING, 2, false, Optional.of(MONDAY)));
  }

  @Test
  void is_what_has_waited_for_too_long() {
    Journey.begins(ideas, anIdea().by(moha()));
    Journey.begins(ideas, anIdea().by(moha()).sentAt(MONDAY.plusSeconds(60)));
    Instant aWeekLater = MONDAY.plus(PATIENCE.escalate());
    assertThat(look(Kind.OVERDUE, aWeekLater)).isEqualTo(nothing(Kind.OVERDUE));
    assertThat(look(Kind.OVERDUE, aWeekLater.plusSeconds(1)).count()).isEqualTo(1);
  }

  @Test
  void are_those_whom_somebody_has_to_call() {
    Journey.begins(ideas, anIdea().by(moha())).approved();
    Journey silent = Journey.published(ideas, anIdea());
    Candidate.asks(uptakes, silent.id()).confirmed().waits(Terms.USUAL.remind());
    assertThat(look(Kind.TO_CALL, MONDAY).count()).isEqualTo(1);
  }

  @Test
  void is_what_has_to_be_decided_before_a_jury_begins() {
    Round round = Edition.announced(rounds, RoundSamples.aRound()).round();
    Journey journey = Journey.begins(ideas, anIdea().by(moha()));
    journey.enters(round, Via.AUTHOR, RoundSamples.OPENS, "");
    assertThat(look(Kind.UNDECIDED_ENTRIES, RoundSamples.OPENS).count()).isEqualTo(1);
    journey.approved();
    assertThat(look(Kind.UNDECIDED_ENTRIES, RoundSamples.OPENS).count()).isZero();
  }

  @Test
  void are_reservations_of_those_who_have_not_begun_in_their_last_fortnight() {
    Journey idea = Journey.published(ideas, anIdea().saying(Samples.offered()));
    Candidate itto = Candidate.asks(uptakes, idea.id()).confirmed().agreed();
    Instant until = itto.interest().reservedUntil().orElseThrow();
    assertThat(look(Kind.RESERVATIONS_ENDING, until.minus(Duration.ofDays(15))).count()).isZero();
    assertThat(look(Kind.RESERVATIONS_ENDING, until.minus(Duration.ofDays(13))).count())
        .isEqualTo(1);
    assertThat(look(Kind.RESERVATIONS_ENDING, until).count()).isZero();
  }

  @Test
  void are_not_those_who_have_begun() {
    Journey idea = Journey.published(ideas, anIdea().saying(Samples.offered()));
    Candidate itto =
        Candidate.asks(uptakes, idea.id()).confirmed().agreed().reported(Stage.IN_PREPARATION);
    Instant until = itto.interest().since().plus(Terms.USUAL.reservation());
    assertThat(look(Kind.RESERVATIONS_ENDING, until.minus(Duration.ofDays(13))).count()).isZero();
  }

  @Test
  void is_counted_to_a_hundred_and_no_further() {
    for (int i = 0; i < Matter.MOST + 2; i++) {
      Journey.begins(ideas, anIdea().by(moha()));
    }
    Matter waiting = look(Kind.WAITING, MONDAY);
    assertThat(waiting.count()).isEqualTo(Matter.MOST);
    assertThat(waiting.more()).isTrue();
  }
}
