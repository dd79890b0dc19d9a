package twiza.scoring.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import twiza.jury.Ranking;
import twiza.jury.RankingRules;
import twiza.jury.RankingRules.Official;
import twiza.jury.Rankings.Head;
import twiza.jury.Review;
import twiza.jury.Standing;
import twiza.jury.TieBreak;
import twiza.scoring.ranking.RankingInputs;

/**
 * {@code ranking.json} and {@code reviews.json}: what was computed, and what it was made of, so
 * that anybody who has both can compute it again.
 */
public final class RankingFiles {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RankingFiles() {}

  static Map<String, Object> ranking(String round, Head head, Ranking ranking) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("round", round);
    json.put("state", head.official() ? "FROZEN" : "PREVIEW");
    json.put("computedAt", head.at());
    json.put("engine", ranking.engine());
    json.put("inputs", ranking.inputs());
    json.put("rules", rules(ranking.rules()));
    json.put("fit", ranking.fit().map(RankingJson::fit));
    json.put("caveats", List.copyOf(ranking.caveats()));
    json.put("standings", ranking.standings().stream().map(RankingFiles::standing).toList());
    json.put("unranked", ranking.unranked());
    json.put("jurors", ranking.jurors().stream().map(it -> it.juror()).toList());
    return json;
  }

  private static Map<String, Object> rules(RankingRules rules) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("weights", rules.weights());
    json.put("winners", rules.winners());
    json.put("official", rules.official());
    json.put("tieBreaks", rules.tieBreaks());
    json.put("priority", rules.priority());
    json.put("seed", rules.seed());
    return json;
  }

  private static Map<String, Object> standing(Standing it) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("idea", it.idea());
    json.put("rank", it.rank());
    json.put("otherRank", it.otherRank());
    json.put("reviews", it.reviews());
    json.put("leftOut", it.leftOut());
    json.put("rawMean", it.rawMean());
    json.put("median", it.median());
    json.put("score", it.score());
    json.put("error", it.standardError());
    json.put("chance", it.chance());
    return json;
  }

  static Map<String, Object> reviews(String round, Head head, List<Review> reviews) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("round", round);
    json.put("inputs", head.outline().inputs());
    json.put("criteria", List.copyOf(head.outline().rules().weights().keySet()));
    json.put("reviews", reviews.stream().map(RankingFiles::review).toList());
    return json;
  }

  private static List<Object> review(Review review) {
    List<Object> line = new ArrayList<>(List.of(review.idea(), review.juror()));
    line.addAll(review.marks().values());
    return line;
  }

  /**
   * What a ranking was made of, out of its files.
   *
   * @param ranking the text of {@code ranking.json}
   * @param reviews the texts of {@code reviews.json}, all of them where there are several
   * @throws IllegalArgumentException when they are no such files
   */
  public static RankingInputs read(String ranking, Collection<String> reviews) {
    try {
      JsonNode head = MAPPER.readTree(ranking);
      List<String> ideas =
          Stream.concat(
                  head.path("standings").valueStream().map(it -> it.path("idea").asText()),
                  head.path("unranked").valueStream().map(JsonNode::asText))
              .toList();
      List<String> jurors = head.path("jurors").valueStream().map(JsonNode::asText).toList();
      List<Review> all = new ArrayList<>();
      for (String file : reviews) {
        JsonNode tree = MAPPER.readTree(file);
        List<String> criteria = tree.path("criteria").valueStream().map(JsonNode::asText).toList();
        tree.path("reviews").valueStream().forEach(line -> all.add(readReview(line, criteria)));
      }
      return new RankingInputs(readRules(head.path("rules")), ideas, jurors, all);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  private static Review readReview(JsonNode line, List<String> criteria) {
    SortedMap<String, Integer> marks = new TreeMap<>();
    for (int at = 0; at < criteria.size(); at++) {
      marks.put(criteria.get(at), line.path(at + 2).asInt());
    }
    return new Review(line.path(1).asText(), line.path(0).asText(), marks);
  }

  private static RankingRules readRules(JsonNode rules) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    rules
        .path("weights")
        .properties()
        .forEach(it -> weights.put(it.getKey(), it.getValue().asInt()));
    return new RankingRules(
        weights,
        rules.path("winners").asInt(),
        Official.valueOf(rules.path("official").asText()),
        rules.path("tieBreaks").valueStream().map(it -> TieBreak.valueOf(it.asText())).toList(),
        rules.path("priority").asText(),
        rules.path("seed").asLong());
  }
}
