package twiza.scoring.results;

import java.time.Period;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import twiza.access.Fingerprints;
import twiza.http.Desk.Visit;
import twiza.http.Reply;
import twiza.idea.Entries;
import twiza.jury.Juries;
import twiza.jury.Papers;
import twiza.jury.Rankings;
import twiza.jury.Results;
import twiza.round.Round;
import twiza.round.Rounds;

/** The desk's side of ranking and results, each route for organisers of the round's region. */
public final class ResultsRoutes {

  /**
   * What it works with.
   *
   * @param juryKept how long a round's jurors are known once it is over
   */
  public record Parts(
      Rounds rounds,
      Entries entries,
      Juries juries,
      Papers papers,
      Rankings rankings,
      Results results,
      Fingerprints fingerprints,
      Supplier<Period> juryKept) {

    OthersMarks others() {
      return new OthersMarks(entries, juries, papers);
    }
  }

  private ResultsRoutes() {}

  /** By route key; each is given who asks, and the round. */
  public static Map<String, BiFunction<Visit, Round, Reply>> of(Parts parts) {
    RankingDesk ranking = new RankingDesk(parts);
    VerdictDesk verdict = new VerdictDesk(parts);
    ReviewsDesk reviews = new ReviewsDesk(parts);
    Downloads downloads = new Downloads(parts);
    return Map.of(
        "GET /api/desk/rounds/{id}/ranking", ranking::read,
        "POST /api/desk/rounds/{id}/ranking", ranking::ask,
        "PUT /api/desk/rounds/{id}/results", verdict::write,
        "POST /api/desk/rounds/{id}/publication", verdict::publish,
        "GET /api/desk/rounds/{id}/reviews/{idea}", reviews::read,
        "PUT /api/desk/rounds/{id}/reviews/{idea}/{juror}/withholding", reviews::withhold,
        "GET /api/desk/rounds/{id}/ranking.json", downloads::rankingJson,
        "GET /api/desk/rounds/{id}/ranking.csv", downloads::rankingCsv,
        "GET /api/desk/rounds/{id}/reviews.json", downloads::reviewsJson,
        "GET /api/desk/rounds/{id}/reviews.csv", downloads::reviewsCsv);
  }
}
