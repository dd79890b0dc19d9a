package twiza.idea;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import twiza.place.Language;
import twiza.uptake.Taken;

/**
 * An idea as it stands in a list of the bank.
 *
 * @param titles title and summary in other languages, in their order
 * @param badges in the order of the rounds it was in
 * @param uptake how far it has been taken up
 */
public record Card(
    String id,
    String region,
    String province,
    String commune,
    String sector,
    Language language,
    String title,
    String summary,
    Optional<Sheet.Maturity> maturity,
    Optional<Sheet.Intention> intention,
    Author.Kind kind,
    Optional<String> name,
    Instant publishedAt,
    List<Publication.Title> titles,
    List<Badge> badges,
    Taken uptake) {

  public static Card of(Publication publication) {
    Sheet sheet = publication.sheet();
    return new Card(
        publication.id(),
        publication.region(),
        sheet.province(),
        sheet.commune(),
        sheet.sector(),
        publication.language(),
        sheet.title(),
        sheet.summary(),
        sheet.details().maturity(),
        sheet.details().intention(),
        publication.kind(),
        publication.name(),
        publication.publishedAt(),
        publication.titles(),
        publication.badges(),
        Taken.of(publication.paths()));
  }
}
