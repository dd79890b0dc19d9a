package twiza.idea;

import java.time.Instant;

/**
 * One entry of an idea's history.
 *
 * @param version of the idea after the event; versions count up by one
 * @param by the opaque id of the moderator; empty when the author or the clock did it
 * @param reason given to the author; empty when none was, or when the author was erased
 */
public record Happening(long version, Instant at, String by, IdeaEvent event, String reason) {}
