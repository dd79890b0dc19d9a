package twiza.idea;

import java.time.Instant;
import java.util.List;

/**
 * What was erased, kept apart from the ideas: when those come back from a copy of the past, it is
 * erased again.
 */
public interface Erasures {

  /**
   * @param textLeft whether the published text stayed, without its author
   */
  record Erasure(String id, boolean textLeft, Instant at) {}

  /** Remembering the same twice is remembering it once. */
  void remember(Erasure erasure);

  List<Erasure> all();
}
