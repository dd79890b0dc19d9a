package twiza.idea;

import java.time.Duration;

/**
 * How long an idea may wait for a moderator.
 *
 * @param remind after which the moderators are reminded
 * @param escalate after which the organisers are told; the longer one
 */
public record Patience(Duration remind, Duration escalate) {}
