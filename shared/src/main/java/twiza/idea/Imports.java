package twiza.idea;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files out of which staff brought ideas in. */
public interface Imports {

  /**
   * The ideas that came in with one file.
   *
   * @param by the opaque id of the member of staff who brought them in
   * @param rows how many ideas it holds; until it is complete, how many it is to hold
   * @param complete false while they are written, and for good when that was interrupted
   */
  record Batch(
      String id,
      String region,
      String by,
      Instant at,
      int rows,
      boolean complete,
      Optional<Undone> undone) {

    /** Nobody writes a file for longer than that. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    public static Batch begun(String id, String region, String by, Instant at, int rows) {
      return new Batch(id, region, by, at, rows, false, Optional.empty());
    }

    public Batch completed(int taken) {
      return new Batch(id, region, by, at, taken, true, undone);
    }

    /** Whether its ideas may still be coming in. */
    public boolean isRunning(Instant now) {
      return !complete && now.isBefore(at.plus(LONGEST));
    }

    public Batch undone(Undone how) {
      return new Batch(id, region, by, at, rows, complete, Optional.of(how));
    }
  }

  /**
   * @param removed how many ideas were erased
   * @param kept how many stayed, since somebody had decided about them or corrected them
   */
  record Undone(String by, Instant at, int removed, int kept) {}

  /** Keeps a batch as it stands now. */
  void keep(Batch batch);

  Optional<Batch> find(String region, String id);

  /**
   * Newest first.
   *
   * @param cursor from the page before it; empty for the first
   */
  Listing<Batch> of(String region, String cursor, int limit);

  /** The ids of the ideas of a batch, those of one that was interrupted too. */
  List<String> ideas(String batch);

  /**
   * Which of these rows were taken before.
   *
   * @param keys as in {@link Ideas.Once}
   */
  Set<String> taken(Collection<String> keys, Instant now);

  /** An idea of a batch is gone: its row may be brought in again. */
  void release(String batch, String idea);
}
