package twiza.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Badge;
import twiza.idea.Card;
import twiza.idea.Sheet;
import twiza.uptake.Taken;

/**
 * An idea of a list, as the API has it.
 *
 * @param commune null when not given
 * @param name of the author; null unless they chose to be named
 */
public record CardJson(
    String id,
    String title,
    String summary,
    String region,
    String province,
    Optional<String> commune,
    String sector,
    String language,
    Optional<Sheet.Maturity> maturity,
    Optional<Sheet.Intention> intention,
    Author.Kind kind,
    Optional<String> name,
    Instant publishedAt,
    List<Map<String, Object>> awards,
    Taken uptake) {

  public static CardJson of(Card card) {
    return new CardJson(
        card.id(),
        card.title(),
        card.summary(),
        card.region(),
        card.province(),
        Optional.of(card.commune()).filter(commune -> !commune.isEmpty()),
        card.sector(),
        card.language().tag(),
        card.maturity(),
        card.intention(),
        card.kind(),
        card.name(),
        card.publishedAt(),
        awards(card.badges()),
        card.uptake());
  }

  /** {@code [{round, title: {fr, ...}, place}]}. */
  public static List<Map<String, Object>> awards(List<Badge> badges) {
    return badges.stream().map(CardJson::award).toList();
  }

  private static Map<String, Object> award(Badge badge) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("round", badge.round());
    json.put("title", PlanJson.said(badge.title()));
    json.put("place", badge.place());
    return json;
  }
}
