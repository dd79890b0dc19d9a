package twiza.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import twiza.http.PlanJson;
import twiza.idea.Badge;
import twiza.place.Language;
import twiza.round.Phase;
import twiza.round.Plan;
import twiza.round.Round;
import twiza.round.Rounds;
import twiza.round.Wording;
import twiza.web.CardView;
import twiza.web.Words;

/**
 * What juries gave ideas, with what their rounds are called. A published round does not change any
 * more, so that it is read once.
 */
final class Laurels {

  private final Rounds rounds;
  private final Map<String, Plan> published = new ConcurrentHashMap<>();

  Laurels(Rounds rounds) {
    this.rounds = rounds;
  }

  private Optional<Plan> plan(String round) {
    Plan known = published.get(round);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Plan> plan =
        rounds.find(round).filter(it -> it.phase() == Phase.PUBLISHED).map(Round::plan);
    plan.ifPresent(it -> published.put(round, it));
    return plan;
  }

  /** {@code [{round, title: {fr, ...}, place}]}. */
  List<Map<String, Object>> json(List<Badge> badges) {
    return badges.stream()
        .flatMap(badge -> plan(badge.round()).map(plan -> json(badge, plan)).stream())
        .toList();
  }

  private static Map<String, Object> json(Badge badge, Plan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("round", badge.round());
    json.put("title", PlanJson.said(plan.texts(), Wording.TITLE));
    json.put("place", badge.place());
    return json;
  }

  List<CardView.Badge> views(List<Badge> badges, Language reader) {
    return badges.stream()
        .flatMap(badge -> plan(badge.round()).map(plan -> view(badge, plan, reader)).stream())
        .toList();
  }

  private static CardView.Badge view(Badge badge, Plan plan, Language reader) {
    return new CardView.Badge(
        badge.round(),
        badge.place().name(),
        Words.of(reader, language -> plan.text(language, Wording.TITLE)));
  }
}
