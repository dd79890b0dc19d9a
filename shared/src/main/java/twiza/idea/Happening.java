package twiza.idea;

import java.time.Instant;

/**
 * One entry of an idea's history.
 *
 * @param version of the idea after the event; versions count up by one
 * @param by the opaque id of the member of staff; empty when the author, the public or the clock
 *     did it
 * @param reason the words that came with it: a moderator's reason, the author's message, what was
 *     noted of a call, what the public reports. Empty when there were none, or when the author was
 *     erased
 */
public record Happening(long version, Instant at, String by, IdeaEvent event, String reason) {}
