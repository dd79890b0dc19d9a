package twiza.catalogue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.http.PlanJson;
import twiza.http.Reply;
import twiza.http.Request;
import twiza.round.Round;

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
    json.putAll(PlanJson.rules(round.plan()));
    json.put("reason", Optional.of(agenda.reason(round)).filter(reason -> !reason.isEmpty()));
    return Reply.json(200, json).shared(request);
  }

  Reply entries(Request request) {
    Round round = agenda.round(request);
    return Reply.json(200, IdeasApi.page(agenda.entries(round, request))).shared(request);
  }

  private static Map<String, Object> item(Round round, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", round.id());
    json.put("region", round.region());
    json.put("phase", round.phaseAt(now));
    json.put("live", round.plan().live());
    json.putAll(PlanJson.dates(round.schedule()));
    json.put("texts", PlanJson.texts(round.plan()));
    return json;
  }
}
