package twiza.uptake;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How somebody says it is going.
 *
 * @param stage {@link Stage#IN_PREPARATION} or a later one, up to {@link Stage#STOPPED}
 * @param members of the cooperative, or of the group
 * @param jobs that it gives
 * @param registration needed once there is a cooperative, unless it is known; before and afterwards
 *     it says nothing
 */
public record Progress(
    Stage stage, OptionalInt members, OptionalInt jobs, Optional<Registration> registration) {}
