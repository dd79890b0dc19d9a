package twiza.idea;

import java.time.Instant;
import java.util.Optional;
import twiza.place.Language;

/**
 * An idea as the public reads it.
 *
 * @param sheet the whole text; what is not {@code fullSheet} is left out where it is shown or
 *     stored
 * @param name of the author, only when they chose to be named
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
    Instant revisedAt) {}
