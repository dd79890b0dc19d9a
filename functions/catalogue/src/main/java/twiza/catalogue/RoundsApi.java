package twiza.catalogue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.place.Language;
import twiza.round.Criterion;
import twiza.round.Plan;
import twiza.round.Prize;
import twiza.round.Round;
import twiza.round.Schedule;
import twiza.round.Wording;

/** The rounds as JSON, without what only their organisers know. */
final class RoundsApi {

  private final Agenda agenda;

  RoundsApi(Agenda agenda) {
    this.agenda = agenda;
  }

  /**
   * @param next cursor; null on the last page
   */
  private record Page(List<Map<String, Object>> items, Optional<String> next) {}

  Reply list(Request request) {
    Agenda.Page page = agenda.page(request);
    List<Map<String, Object>> items =
        page.rounds().items().stream().map(round -> item(round, request.now())).toList();
    return Reply.json(200, new Page(items, page.rounds().next())).shared(request);
  }

  Reply round(Request request) {
    Round round = agenda.round(request);
    Map<String, Object> json = item(round, request.now());
    json.putAll(rules(round.plan()));
    json.put("reason", Optional.of(agenda.reason(round)).filter(reason -> !reason.isEmpty()));
    return Reply.json(200, json).shared(request);
  }

  Reply entries(Request request) {
    Round round = agenda.round(request);
    return Reply.json(200, IdeasApi.page(agenda.entries(round, request))).shared(request);
  }

  private static Map<String, Object> item(Round round, Instant now) {
    Schedule schedule = round.schedule();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", round.id());
    json.put("region", round.region());
    json.put("phase", round.phaseAt(now));
    json.put("live", round.plan().live());
    json.put("opensAt", schedule.opensAt());
    json.put("submissionsCloseAt", schedule.submissionsCloseAt());
    json.put("judgingOpensAt", schedule.judgingOpensAt());
    json.put("judgingClosesAt", schedule.judgingClosesAt());
    json.put("texts", texts(round.plan()));
    return json;
  }

  private static Map<String, Object> texts(Plan plan) {
    return byTag(
        plan.texts(),
        said ->
            Map.of(
                "title", said.getOrDefault(Wording.TITLE, ""),
                "theme", said.getOrDefault(Wording.THEME, ""),
                "eligibility", said.getOrDefault(Wording.ELIGIBILITY, ""),
                "complaints", said.getOrDefault(Wording.COMPLAINTS, "")));
  }

  private static Map<String, Object> rules(Plan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("entriesPerAuthor", plan.entriesPerAuthor());
    json.put("complaintDays", plan.complaintDays());
    json.put("graceMinutes", plan.schedule().grace().toMinutes());
    json.put("prizes", plan.prizes().stream().map(RoundsApi::prize).toList());
    json.put("rubric", plan.rubric().stream().map(RoundsApi::criterion).toList());
    json.put("reviews", plan.reviews());
    json.put("officialRanking", plan.official());
    json.put("tieBreaks", plan.tieBreaks());
    json.put("priority", plan.priority());
    return json;
  }

  private static Map<String, Object> prize(Prize prize) {
    return Map.of("title", byTag(prize.title(), title -> title), "amount", prize.amount());
  }

  private static Map<String, Object> criterion(Criterion criterion) {
    return Map.of(
        "code", criterion.code(),
        "weight", criterion.weight(),
        "title", byTag(criterion.title(), title -> title),
        "levels", byTag(criterion.levels(), levels -> levels));
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
