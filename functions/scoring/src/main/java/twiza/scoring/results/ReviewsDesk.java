package twiza.scoring.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.Desk.Visit;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.jury.BallotPaper;
import twiza.jury.Juror;
import twiza.jury.Jury;
import twiza.round.Round;

/** Organisers read what jurors submitted, and hold a comment back where it would hurt. */
final class ReviewsDesk {

  private static final int LONGEST_ID = 100;

  private final ResultsRoutes.Parts parts;

  ReviewsDesk(ResultsRoutes.Parts parts) {
    this.parts = parts;
  }

  Reply read(Visit visit, Round round) {
    sinceJudging(visit, round);
    parts.others().open(visit, round);
    return Reply.json(200, json(round, idea(visit, round)));
  }

  Reply withhold(Visit visit, Round round) {
    Input input = visit.request().json();
    String reason = input.optionalText("reason", BallotPaper.LONGEST_REASON);
    input.finish();
    onceJudged(visit, round);
    String idea = idea(visit, round);
    Optional<String> why = Optional.of(reason).filter(it -> !it.isBlank());
    BallotPaper paper =
        Optional.of(visit.request().path("juror"))
            .filter(juror -> juror.length() <= LONGEST_ID && !juror.isEmpty())
            .flatMap(juror -> parts.papers().find(round.id(), juror, idea))
            .filter(BallotPaper::submitted)
            .orElseThrow(Problem::notFound);
    boolean changes = !paper.withheld().equals(why);
    if (changes
        && !parts
            .papers()
            .withhold(round, paper, why, visit.member().id(), visit.request().now())) {
      throw Problem.of(409, "PAPER_CHANGED");
    }
    return Reply.json(200, json(round, idea));
  }

  private static void sinceJudging(Visit visit, Round round) {
    switch (round.phaseAt(visit.request().now())) {
      case JUDGING, CLOSED, PUBLISHED, CANCELLED -> {}
      case DRAFT, ANNOUNCED, OPEN, SCREENING -> throw Problem.of(409, "NOT_JUDGING");
    }
  }

  /** As long as the jury reads, a paper is its juror's to change. */
  private static void onceJudged(Visit visit, Round round) {
    switch (round.phaseAt(visit.request().now())) {
      case CLOSED, PUBLISHED, CANCELLED -> {}
      case DRAFT, ANNOUNCED, OPEN, SCREENING, JUDGING -> throw Problem.of(409, "JURY_NOT_DONE");
    }
  }

  private String idea(Visit visit, Round round) {
    String idea = visit.request().path("idea");
    if (idea.length() > LONGEST_ID
        || !parts.entries().among(round.id(), List.of(idea)).containsKey(idea)) {
      throw Problem.notFound();
    }
    return idea;
  }

  private Map<String, Object> json(Round round, String idea) {
    Jury jury = parts.juries().of(round.id(), round.region());
    List<Map<String, Object>> reviews =
        parts.papers().about(round.id(), idea).stream()
            .filter(BallotPaper::submitted)
            .map(paper -> json(paper, jury))
            .toList();
    return Map.of("idea", idea, "reviews", reviews);
  }

  private static Map<String, Object> json(BallotPaper paper, Jury jury) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("juror", paper.juror());
    json.put("name", jury.juror(paper.juror()).map(Juror::name).orElse(""));
    json.put("marks", paper.marks());
    json.put("comment", paper.comment());
    json.put("note", paper.note());
    json.put("withheld", paper.withheld());
    json.put("recused", !jury.counts(paper.juror(), paper.idea()));
    json.put("at", paper.at());
    return json;
  }
}
