package twiza.idea;

import java.time.Instant;

/**
 * One text of an idea, as it was sent.
 *
 * @param number from 1
 */
public record Revision(int number, Instant sentAt, Sheet sheet) {}
