package twiza.idea;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import twiza.place.Language;
import twiza.uptake.Path;

/**
 * An idea as the public reads it.
 *
 * @param sheet the whole text; what is not {@code fullSheet} is left out where it is shown or
 *     stored
 * @param name of the author, only when they chose to be named
 * @param note what the delegation says about it
 * @param titles in the order of their languages
 * @param badges in the order of the rounds it was in
 * @param paths who builds it, or did, oldest first
 * @param rounds ids of those that it is in, in the order in which it was sent for them
 * @param revisedAt when this text was sent, or published, whichever is later
 */
public record Publication(
    String id,
    String region,
    Language language,
    Sheet sheet,
    boolean fullSheet,
    Author.Kind kind,
    Optional<String> name,
    Instant publishedAt,
    Instant revisedAt,
    Optional<Note> note,
    List<Title> titles,
    List<Badge> badges,
    List<Path> paths,
    List<String> rounds) {

  /**
   * Title and summary in another language.
   *
   * @param older whether an older text was translated than the one published
   */
  public record Title(Language language, String title, String summary, boolean older) {

    static Title of(Translation translation, int published) {
      return new Title(
          translation.language(),
          translation.title(),
          translation.summary(),
          translation.revision() < published);
    }
  }
}
