package twiza.http;

import java.time.Instant;
import java.util.Optional;
import twiza.idea.Author;
import twiza.idea.Card;
import twiza.idea.Sheet;

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
    Instant publishedAt) {

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
        card.publishedAt());
  }
}
