package twiza.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import twiza.http.PlanJson;
import twiza.idea.Award;
import twiza.idea.Entry;
import twiza.idea.Idea;
import twiza.jury.Announcement;
import twiza.jury.OwnResult;
import twiza.jury.Results;
import twiza.round.Criterion;
import twiza.round.Round;

/** What juries found of an author's idea, once that is public. */
final class MyResults {

  private final Results results;

  MyResults(Results results) {
    this.results = results;
  }

  /** The published results of the rounds whose jury had the idea, by round. */
  Map<String, Announcement> announced(Idea idea) {
    List<String> judged =
        idea.entries().stream()
            .filter(entry -> entry.revision().isPresent())
            .map(Entry::round)
            .toList();
    return results.announced(judged).stream()
        .collect(Collectors.toMap(Announcement::round, Function.identity()));
  }

  /**
   * @param announced null when the round's results are not public, or are not about the idea
   */
  Optional<Map<String, Object>> json(Announcement announced, Round round, Idea idea) {
    return Optional.ofNullable(announced)
        .flatMap(it -> results.own(it, idea.id()))
        .map(own -> json(own, round, idea));
  }

  private static Map<String, Object> json(OwnResult own, Round round, Idea idea) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("round", own.round());
    json.put("place", own.place());
    json.put("reviews", own.reviews());
    json.put("leftOut", own.leftOut());
    json.put(
        "byCriterion",
        round.plan().rubric().stream()
            .filter(criterion -> own.byCriterion().containsKey(criterion.code()))
            .map(criterion -> mean(criterion, own))
            .toList());
    json.put("rawMean", own.rawMean());
    json.put("score", own.score());
    json.put("comments", own.comments());
    json.put("naming", idea.entry(own.round()).flatMap(Entry::award).flatMap(Award::named));
    return json;
  }

  private static Map<String, Object> mean(Criterion criterion, OwnResult own) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", criterion.code());
    json.put("title", PlanJson.said(criterion.title()));
    json.put("mean", own.byCriterion().get(criterion.code()));
    return json;
  }
}
