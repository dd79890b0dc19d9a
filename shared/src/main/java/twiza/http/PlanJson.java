package twiza.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import twiza.place.Language;
import twiza.round.Criterion;
import twiza.round.Plan;
import twiza.round.Prize;
import twiza.round.Schedule;
import twiza.round.Wording;

/** What an organiser says about a round, as JSON; what may stand in several languages by tag. */
public final class PlanJson {

  private PlanJson() {}

  /** {@code {opensAt, submissionsCloseAt, judgingOpensAt, judgingClosesAt}}. */
  public static Map<String, Object> dates(Schedule schedule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("opensAt", schedule.opensAt());
    json.put("submissionsCloseAt", schedule.submissionsCloseAt());
    json.put("judgingOpensAt", schedule.judgingOpensAt());
    json.put("judgingClosesAt", schedule.judgingClosesAt());
    return json;
  }

  /** {@code {fr: {title, theme, eligibility, complaints, jury}, ...}}. */
  public static Map<String, Object> texts(Plan plan) {
    return byTag(
        plan.texts(),
        said ->
            Map.of(
                "title", said.getOrDefault(Wording.TITLE, ""),
                "theme", said.getOrDefault(Wording.THEME, ""),
                "eligibility", said.getOrDefault(Wording.ELIGIBILITY, ""),
                "complaints", said.getOrDefault(Wording.COMPLAINTS, ""),
                "jury", said.getOrDefault(Wording.JURY, "")));
  }

  /** What the public knows of the rules. */
  public static Map<String, Object> rules(Plan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("entriesPerAuthor", plan.entriesPerAuthor());
    json.put("complaintDays", plan.complaintDays());
    json.put("graceMinutes", plan.schedule().grace().toMinutes());
    json.put("prizes", plan.prizes().stream().map(PlanJson::prize).toList());
    json.put("rubric", rubric(plan));
    json.put("reviews", plan.reviews());
    json.put("officialRanking", plan.official());
    json.put("tieBreaks", plan.tieBreaks());
    json.put("priority", plan.priority());
    json.put("seed", plan.seed());
    return json;
  }

  private static Map<String, Object> prize(Prize prize) {
    return Map.of("title", byTag(prize.title(), title -> title), "amount", prize.amount());
  }

  /** {@code [{code, weight, title: {fr, ...}, levels: {fr: [...], ...}}]}. */
  public static List<Map<String, Object>> rubric(Plan plan) {
    return plan.rubric().stream().map(PlanJson::criterion).toList();
  }

  private static Map<String, Object> criterion(Criterion criterion) {
    return Map.of(
        "code", criterion.code(),
        "weight", criterion.weight(),
        "title", byTag(criterion.title(), title -> title),
        "levels", byTag(criterion.levels(), levels -> levels));
  }

  /** What may stand in several languages, by tag. */
  public static Map<String, Object> said(Map<Language, String> words) {
    return byTag(words, text -> text);
  }

  private static <T> Map<String, Object> byTag(Map<Language, T> said, Function<T, Object> written) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      if (said.containsKey(language)) {
        json.put(language.tag(), written.apply(said.get(language)));
      }
    }
    return json;
  }
}
