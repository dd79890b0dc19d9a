package twiza.scoring.results;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.access.Busy;
import twiza.http.Desk.Visit;
import twiza.http.FieldError;
import twiza.http.Input;
import twiza.http.Problem;
import twiza.http.Reply;
import twiza.jury.Announcement;
import twiza.jury.Contenders;
import twiza.jury.Verdict;
import twiza.jury.VerdictLife;
import twiza.jury.VerdictOutcome;
import twiza.jury.VerdictRefusal;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.Round;
import twiza.round.RoundCommand;
import twiza.round.RoundLife;
import twiza.round.RoundOutcome;

/** Organisers write down what the jury decided, and publish it with one press. */
final class VerdictDesk {

  private static final int LONGEST_ID = 60;
  private static final int ATTEMPTS = 5;

  private final ResultsRoutes.Parts parts;

  VerdictDesk(ResultsRoutes.Parts parts) {
    this.parts = parts;
  }

  Reply write(Visit visit, Round round) {
    Verdict wanted = read(visit.request().json(), round.id());
    Verdict before = parts.results().verdict(round.id());
    VerdictOutcome outcome =
        VerdictLife.write(
            before,
            wanted,
            round.phaseAt(visit.request().now()),
            Field.of(parts.rankings(), parts.entries(), round.id()).map(Field::contenders));
    return switch (outcome) {
      case VerdictOutcome.Refused(VerdictRefusal refusal) -> throw problem(refusal);
      case VerdictOutcome.Unchanged(Verdict verdict) ->
          Reply.json(200, RankingJson.verdict(verdict));
      case VerdictOutcome.Accepted(Verdict verdict) -> {
        if (!parts
            .results()
            .save(round, before, verdict, visit.member().id(), visit.request().now())) {
          throw problem(new VerdictRefusal.Stale());
        }
        yield Reply.json(200, RankingJson.verdict(verdict));
      }
    };
  }

  private static Verdict read(Input input, String round) {
    Map<Language, String> statement = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      statement.put(
          language, input.optionalText("statement." + language.tag(), Verdict.LONGEST_STATEMENT));
    }
    List<String> winners = input.lines("winners", Plan.MOST_PRIZES, LONGEST_ID);
    List<String> finalists = input.lines("finalists", Verdict.MOST_FINALISTS, LONGEST_ID);
    String reason = input.optionalText("reason", Verdict.LONGEST_REASON);
    long version = input.version();
    input.finish();
    return new Verdict(round, version, statement, winners, finalists, reason);
  }

  Reply publish(Visit visit, Round round) {
    Input input = visit.request().json();
    long version = input.version();
    input.finish();
    Round current = round;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Announcement> published = publish(visit, current, version);
      if (published.isPresent()) {
        return Reply.json(200, json(published.get()));
      }
      current = parts.rounds().find(round.id()).orElseThrow(Problem::notFound);
    }
    throw new Busy();
  }

  /** Empty when somebody else was faster. */
  private Optional<Announcement> publish(Visit visit, Round round, long version) {
    RoundOutcome outcome =
        RoundLife.decide(
            round, new RoundCommand.Publish(parts.juryKept().get()), visit.request().now());
    return switch (outcome) {
      case RoundOutcome.Refused(var refusal) -> throw Problem.of(refusal);
      case RoundOutcome.Unchanged _ -> parts.results().announced(round.id());
      case RoundOutcome.Accepted accepted -> publish(visit, round, accepted, version);
    };
  }

  private Optional<Announcement> publish(
      Visit visit, Round round, RoundOutcome.Accepted accepted, long version) {
    Verdict verdict = parts.results().verdict(round.id());
    Optional<Field> field = Field.of(parts.rankings(), parts.entries(), round.id());
    Optional<Contenders> contenders = field.map(Field::contenders);
    VerdictLife.publication(verdict, version, Phase.CLOSED, contenders)
        .ifPresent(
            refusal -> {
              throw problem(refusal);
            });
    Announcement announcement =
        Announcement.of(
            verdict,
            field.orElseThrow().ranking(),
            contenders.orElseThrow().departs(verdict),
            visit.request().now());
    boolean done =
        parts.results().publish(round, accepted, verdict, announcement, visit.member().id());
    return done ? Optional.of(announcement) : Optional.empty();
  }

  private static Map<String, Object> json(Announcement announcement) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("round", announcement.round());
    json.put("publishedAt", announcement.at());
    return json;
  }

  /** What a refusal of the verdict is in HTTP. */
  private static Problem problem(VerdictRefusal refusal) {
    return switch (refusal) {
      case VerdictRefusal.NotClosed _ -> Problem.of(409, "ROUND_NOT_CLOSED");
      case VerdictRefusal.Over _ -> Problem.of(409, "ROUND_OVER");
      case VerdictRefusal.NotRanked _ -> Problem.of(409, "NOT_RANKED");
      case VerdictRefusal.Stale _ -> Problem.of(409, "RESULTS_CHANGED");
      case VerdictRefusal.NotAmongTheRanked it -> Problem.invalid(field(it.as()), "NOT_RANKED");
      case VerdictRefusal.Gone it -> Problem.invalid(field(it.as()), "OUT_OF_ROUND");
      case VerdictRefusal.NamedTwice it -> Problem.invalid(field(it.as()), "NAMED_TWICE");
      case VerdictRefusal.OutOfReach it -> Problem.invalid(field(it.as()), "OUT_OF_REACH");
      case VerdictRefusal.TooManyWinners it ->
          Problem.invalid(List.of(new FieldError("winners", "TOO_MANY", Map.of("max", it.most()))));
      case VerdictRefusal.ReasonRequired _ -> Problem.invalid("reason", "REQUIRED");
      case VerdictRefusal.StatementMissing it ->
          Problem.invalid(
              it.languages().stream()
                  .map(
                      language ->
                          new FieldError("statement." + language.tag(), "REQUIRED", Map.of()))
                  .toList());
    };
  }

  private static String field(VerdictRefusal.Place as) {
    return switch (as) {
      case WINNERS -> "winners";
      case FINALISTS -> "finalists";
    };
  }
}
