package twiza.idea;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was erased, kept apart from the ideas: when those come back from a copy of the past, it is
 * erased again.
 */
public interface Erasures {

  /**
   * @param id of an idea
   * @param interest of whoever wanted to build the idea, when it is they who were erased
   * @param textLeft whether the published text stayed, without its author
   */
  record Erasure(String id, Optional<String> interest, boolean textLeft, Instant at) {

    /** Of an author. */
    public Erasure(String id, boolean textLeft, Instant at) {
      this(id, Optional.empty(), textLeft, at);
    }
  }

  /** Remembering the same twice is remembering it once. */
  void remember(Erasure erasure);

  List<Erasure> all();
}
