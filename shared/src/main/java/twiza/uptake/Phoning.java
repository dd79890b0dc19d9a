package twiza.uptake;

import java.time.Instant;

/**
 * Somebody has to be called, since no mail reaches them, or they did not answer.
 *
 * @param since when they had to be called, or were last called in vain
 * @param attempts how often nobody answered
 * @param about the code of the event that they have to hear of
 */
public record Phoning(Instant since, int attempts, String about) {}
