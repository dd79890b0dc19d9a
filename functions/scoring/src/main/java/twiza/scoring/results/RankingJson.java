package twiza.scoring.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.PlanJson;
import twiza.jury.Contenders;
import twiza.jury.Juror;
import twiza.jury.JurorFigures;
import twiza.jury.Ranking;
import twiza.jury.Ranking.Bridge;
import twiza.jury.Ranking.Fit;
import twiza.jury.RankingRules;
import twiza.jury.Rankings;
import twiza.jury.Standing;
import twiza.jury.Verdict;

/** Rankings and verdicts as JSON, for organisers. */
final class RankingJson {

  private RankingJson() {}

  /** Of whom a ranking tells: their names stand nowhere but in the jury. */
  record People(Map<String, String> ids, Map<String, Juror> jurors) {

    String id(String pseudonym) {
      return ids.getOrDefault(pseudonym, pseudonym);
    }

    String name(String id) {
      return Optional.ofNullable(jurors.get(id)).map(Juror::name).orElse("");
    }
  }

  /** What is known of a ranking before its ideas are. */
  static Map<String, Object> head(Rankings.State state, RankingRules rules) {
    Optional<Rankings.Head> shown = state.shown();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", state(state));
    json.put("asked", state.asked());
    json.put("computedAt", shown.map(Rankings.Head::at));
    json.put("engine", shown.map(it -> it.outline().engine()));
    json.put("inputs", shown.map(it -> it.outline().inputs()));
    json.put("seed", rules.seed());
    json.put("official", rules.official());
    json.put("prizes", rules.winners());
    json.put("fit", shown.flatMap(it -> it.outline().fit()).map(RankingJson::fit));
    json.put("caveats", shown.map(it -> List.copyOf(it.outline().caveats())).orElse(List.of()));
    return json;
  }

  private static String state(Rankings.State state) {
    if (state.frozen().isPresent()) {
      return "FROZEN";
    }
    if (state.isComputing()) {
      return "COMPUTING";
    }
    return state.preview().isPresent() ? "PREVIEW" : "NONE";
  }

  static Map<String, Object> fit(Fit fit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mean", fit.mean());
    json.put("residual", fit.residual());
    json.put("ideas", fit.ideas());
    json.put("jurors", fit.jurors());
    return json;
  }

  static Map<String, Object> standing(
      Standing it, IdeaTitles titles, Contenders contenders, Verdict verdict) {
    boolean gone = titles.isGone(it.idea());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("idea", it.idea());
    json.put("title", titles.title(it.idea()));
    json.put("rank", it.rank());
    json.put("otherRank", it.otherRank());
    json.put("tie", it.tie());
    json.put("reviews", it.reviews());
    json.put("leftOut", it.leftOut());
    json.put("rawMean", it.rawMean());
    json.put("median", it.median());
    json.put("byCriterion", it.byCriterion());
    json.put("score", it.shown());
    json.put("low", it.low());
    json.put("high", it.high());
    json.put("chance", it.chance());
    json.put("provisional", it.provisional());
    json.put("forDeliberation", it.forDeliberation());
    json.put("mayWin", !gone && contenders.mayWin(it.idea()));
    json.put("gone", gone);
    json.put("place", verdict.place(it.idea()));
    json.put("panel", it.panel());
    return json;
  }

  static Map<String, Object> named(String idea, IdeaTitles titles) {
    return Map.of("idea", idea, "title", titles.title(idea));
  }

  static Map<String, Object> figures(JurorFigures it, People people) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("juror", people.id(it.juror()));
    json.put("pseudonym", it.juror());
    json.put("name", people.name(people.id(it.juror())));
    json.put("reviews", it.reviews());
    json.put("mean", it.mean());
    json.put("spread", it.spread());
    json.put("leniency", it.leniency());
    json.put("constant", it.constant());
    return json;
  }

  static List<Map<String, Object>> panels(Ranking ranking) {
    List<Map<String, Object>> panels = new ArrayList<>();
    for (Ranking.Panel panel : ranking.panels()) {
      panels.add(Map.of("ideas", panel.ideas().size(), "jurors", panel.jurors().size()));
    }
    return panels;
  }

  static Map<String, Object> bridge(Bridge it, People people, IdeaTitles titles) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("juror", people.id(it.juror()));
    json.put("name", people.name(people.id(it.juror())));
    json.put("idea", it.idea());
    json.put("title", titles.title(it.idea()));
    return json;
  }

  static Map<String, Object> verdict(Verdict verdict) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", verdict.version());
    json.put("statement", PlanJson.said(verdict.statement()));
    json.put("winners", verdict.winners());
    json.put("finalists", verdict.finalists());
    json.put("reason", verdict.reason());
    return json;
  }
}
