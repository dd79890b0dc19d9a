package twiza.rounds;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import twiza.http.PlanJson;
import twiza.idea.Entries.Entrant;
import twiza.round.Round;
import twiza.round.RoundLife;
import twiza.round.Schedule;
import twiza.text.WallClock;

/** Rounds as those who run them see them. */
final class RoundJson {

  private RoundJson() {}

  /** In a list: what tells one from another, and where it stands. */
  static Map<String, Object> item(Round round, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", round.id());
    json.put("region", round.region());
    json.put("version", round.version());
    json.put("phase", round.phaseAt(now));
    json.put("entered", round.entered());
    json.put("live", round.plan().live());
    json.put("texts", PlanJson.texts(round.plan()));
    json.putAll(PlanJson.dates(round.schedule()));
    return json;
  }

  /**
   * All of it.
   *
   * @param reason for which it was cancelled; empty when it is not
   */
  static Map<String, Object> whole(Round round, String reason, Instant now) {
    Map<String, Object> json = item(round, now);
    json.putAll(PlanJson.rules(round.plan()));
    json.put("namesHidden", round.plan().namesHidden());
    json.put("local", local(round.schedule()));
    json.put("missing", RoundLife.missing(round, now));
    json.put("frozen", round.frozenAt(now));
    json.put("roomCode", round.roomCode().isEmpty() ? null : round.roomCode());
    json.put("changedAt", round.changedAt());
    json.put("reason", reason.isEmpty() ? null : reason);
    return json;
  }

  /** On Morocco's clock. */
  private static Map<String, String> local(Schedule schedule) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("opensAt", WallClock.at(schedule.opensAt()));
    json.put("submissionsCloseAt", WallClock.at(schedule.submissionsCloseAt()));
    json.put("judgingOpensAt", WallClock.at(schedule.judgingOpensAt()));
    json.put("judgingClosesAt", WallClock.at(schedule.judgingClosesAt()));
    return json;
  }

  static Map<String, Object> entrant(Entrant entrant) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("idea", entrant.idea());
    json.put("title", entrant.title());
    json.put("province", entrant.province());
    json.put("sector", entrant.sector());
    json.put("standing", entrant.standing());
    json.put("place", entrant.place());
    json.put("via", entrant.via());
    json.put("at", entrant.at());
    json.put("byPhone", entrant.byPhone());
    return json;
  }
}
