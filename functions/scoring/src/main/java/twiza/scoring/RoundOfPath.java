package twiza.scoring;

import twiza.http.Problem;
import twiza.http.Request;
import twiza.round.Round;
import twiza.round.Rounds;

/** The round that a path names. */
record RoundOfPath(Rounds rounds) {

  /**
   * @throws Problem 404
   */
  Round find(Request request) {
    return rounds.find(request.id()).orElseThrow(Problem::notFound);
  }
}
