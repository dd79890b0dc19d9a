package twiza.uptake;

import java.util.List;

/**
 * How far an idea has been taken up, in a word.
 *
 * @param provinces HCP codes of where that is, in their order; none while it is offered
 */
public record Taken(State state, List<String> provinces) {

  /** What is furthest, of all who build it and say so when asked. */
  public enum State {
    OFFERED,
    IN_PREPARATION,
    REGISTERED,
    RUNNING
  }

  public static final Taken OFFERED = new Taken(State.OFFERED, List.of());

  public static Taken of(List<Path> paths) {
    List<Path> followed =
        paths.stream().filter(Path::followed).filter(it -> it.stage() != Stage.STOPPED).toList();
    State furthest =
        followed.stream()
            .map(Path::stage)
            .max(Stage::compareTo)
            .map(stage -> State.valueOf(stage.name()))
            .orElse(State.OFFERED);
    return new Taken(furthest, followed.stream().map(Path::province).distinct().sorted().toList());
  }
}
