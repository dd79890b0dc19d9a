package twiza.uptake;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import twiza.uptake.Interest.Kind;

/**
 * What the public reads of somebody who builds an idea.
 *
 * @param stage {@link Stage#IN_PREPARATION} from the author's agreement on, then what was said
 * @param since when they came to it
 * @param followed whether they answer when asked how it is going
 */
public record Path(
    Stage stage,
    Kind kind,
    String province,
    Instant since,
    Optional<Registration> registration,
    OptionalInt members,
    OptionalInt jobs,
    boolean followed) {

  /**
   * Oldest first.
   *
   * @param authorGone whether the author is erased, and their own way with them
   */
  public static List<Path> of(Uptake uptake, boolean authorGone) {
    return uptake.interests().stream()
        .filter(it -> it.aim() != Aim.JOIN)
        .filter(it -> it.stage().isUnderway() || it.stage() == Stage.STOPPED)
        .filter(it -> it.aim() != Aim.CARRY || !authorGone)
        .map(Path::of)
        .sorted(Comparator.comparing(Path::since))
        .toList();
  }

  private static Path of(Interest it) {
    boolean founded = it.stage().isFounded() || it.stage() == Stage.STOPPED;
    return new Path(
        founded ? it.stage() : Stage.IN_PREPARATION,
        it.kind(),
        it.province(),
        founded ? it.since() : it.agreedAt().orElse(it.since()),
        it.registration(),
        it.members(),
        it.jobs(),
        it.isFollowed());
  }
}
