package twiza.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static twiza.round.RoundSamples.aRound;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twiza.http.Invocation;
import twiza.http.Requests;
import twiza.table.FullBank;
import twiza.table.Meter;

/** What a juror's requests cost, in a small round and in a large one: the same. */
class WhatABallotCostsTest {

  private final JuryRoom room = new JuryRoom(aRound());
  private final Meter meter = new Meter();
  private final ScoringFunction metered = room.over(room.table.client(meter));
  private String amina;
  private String idea;

  private Meter.Cost cost(Requests request) {
    return meter.of(
        () -> {
          int status =
              metered
                  .handleRequest(
                      request.bearer(room.token(amina)).at(room.now).event(),
                      Invocation.of("scoring"))
                  .getStatusCode();
          assertThat(status).isEqualTo(200);
        });
  }

  private Requests review(long version, boolean submitted, int mark) {
    return Requests.put("/api/jury/reviews/{id}")
        .path("id", idea)
        .json(JuryRoom.paper(version, submitted, mark, 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 500})
  void does_not_grow_with_the_round(int others) {
    idea = room.enters("Séchoir à thym");
    amina = room.accepts("amina");
    room.sharesOut();
    new FullBank(room.table).fillJury(room.round(), others);
    room.now = twiza.round.RoundSamples.JURY.plusSeconds(60);
    room.edition.moved(room.now);

    // The seat and the round, the ideas, and what is written about them.
    assertThat(cost(Requests.get("/api/jury/ballot")).requests()).isEqualTo(3);
    // The same, with the idea's own items, and what the juror wrote about it.
    Requests read = Requests.get("/api/jury/ideas/{id}").path("id", idea);
    assertThat(cost(read).requests()).isEqualTo(4);
    // The first is noted among the juror's papers, in the same transaction.
    Meter.Cost first = cost(review(0, false, 3));
    assertThat(first.requests()).isEqualTo(3);
    assertThat(first.units()).isLessThan(20);
    Meter.Cost draft = cost(review(1, false, 4));
    assertThat(draft.requests()).isEqualTo(3);
    assertThat(draft.units()).isLessThan(10);
    assertThat(cost(review(2, true, 4)).requests()).isEqualTo(3);
    assertThat(cost(review(2, true, 4)).requests()).isEqualTo(2);
  }
}
