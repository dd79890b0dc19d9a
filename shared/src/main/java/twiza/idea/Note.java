package twiza.idea;

import java.time.Instant;

/**
 * What the delegation says to the public about an idea.
 *
 * @param text 1 to 2,000 characters
 */
public record Note(String text, Instant at) {}
