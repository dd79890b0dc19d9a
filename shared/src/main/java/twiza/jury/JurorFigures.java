package twiza.jury;

import java.util.OptionalDouble;

/**
 * How a juror marks: for organisers.
 *
 * @param reviews submitted
 * @param mean of the weighted marks; empty without a review
 * @param spread their standard deviation; empty with fewer than two reviews
 * @param leniency how much more the juror gives than a usual one, estimated; negative for a severe
 *     one; empty without a review, and for a constant juror
 * @param constant gives everybody the same, four times or more: what they gave is left out
 */
public record JurorFigures(
    String juror,
    int reviews,
    OptionalDouble mean,
    OptionalDouble spread,
    OptionalDouble leniency,
    boolean constant) {}
