package twiza.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.catalogue.Outcomes.Outcome;
import twiza.http.PlanJson;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.idea.Card;
import twiza.idea.Publication;
import twiza.jury.Announcement;
import twiza.jury.Announcement.Placed;
import twiza.jury.Ranking.Fit;

/** Published results as JSON. */
final class ResultsApi {

  private final Outcomes outcomes;

  ResultsApi(Outcomes outcomes) {
    this.outcomes = outcomes;
  }

  Reply read(Request request) {
    Outcome outcome = outcomes.of(request);
    Announcement announcement = outcome.announcement();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("round", outcome.round().id());
    json.put("region", outcome.round().region());
    json.put("texts", PlanJson.texts(outcome.round().plan()));
    json.put("publishedAt", announcement.at());
    json.put("statement", PlanJson.said(announcement.statement()));
    json.put("reason", Optional.of(announcement.reason()).filter(it -> !it.isEmpty()));
    json.put("method", method(announcement.method()));
    json.put("caveats", List.copyOf(announcement.method().caveats()));
    json.put("winners", announcement.winners().stream().map(it -> json(it, outcome)).toList());
    json.put("finalists", announcement.finalists().stream().map(it -> json(it, outcome)).toList());
    json.put("others", outcome.others().stream().map(ResultsApi::json).toList());
    json.put("next", outcome.next());
    return Reply.json(200, json).shared(request);
  }

  private static Map<String, Object> json(Placed placed, Outcome outcome) {
    Optional<Publication> publication = Optional.ofNullable(outcome.placed().get(placed.idea()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("idea", placed.idea());
    json.put("title", publication.map(it -> it.sheet().title()));
    json.put("language", publication.map(it -> it.language().tag()));
    json.put("score", placed.score());
    json.put("rawMean", placed.rawMean());
    json.put("reviews", placed.reviews());
    json.put("author", outcome.author(placed));
    return json;
  }

  private static Map<String, Object> json(Card card) {
    return Map.of("idea", card.id(), "title", card.title(), "language", card.language().tag());
  }

  private static Map<String, Object> method(Announcement.Method method) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("official", method.official());
    json.put("engine", method.engine());
    json.put("inputs", method.inputs());
    json.put("seed", method.seed());
    json.put("fit", method.fit().map(ResultsApi::fit));
    json.put("prizes", method.prizes());
    json.put("ideas", method.ideas());
    json.put("ranked", method.ranked());
    json.put("jurors", method.jurors());
    json.put("reviews", method.reviews());
    json.put("leftOut", method.leftOut());
    return json;
  }

  private static Map<String, Object> fit(Fit fit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mean", fit.mean());
    json.put("residual", fit.residual());
    json.put("ideas", fit.ideas());
    json.put("jurors", fit.jurors());
    return json;
  }
}
