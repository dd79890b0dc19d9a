package twiza.scoring.assignment;

import java.util.Set;
import java.util.function.BiPredicate;
import twiza.jury.Assignment;

/**
 * What is to be assigned.
 *
 * @param ideas ids of the entries
 * @param jurors ids of those who can be asked; not whoever left
 * @param mayRead whether a juror (the first) has no conflict with an idea (the second)
 * @param readers how many an idea is to have
 * @param current who was asked already. It is kept, except for whoever left, whatever is no entry
 *     any more, and pairs that have come to conflict; and pairs are exchanged where loads or panels
 *     ask for it
 * @param settled the part of {@code current} that stays whatever happens, such as reviews that were
 *     submitted. It counts for its ideas, whoever made it
 * @param seed of the draws
 */
public record Task(
    Set<String> ideas,
    Set<String> jurors,
    BiPredicate<String, String> mayRead,
    int readers,
    Assignment current,
    Assignment settled,
    long seed) {

  /**
   * @throws IllegalArgumentException if nobody is to read an idea, or what is settled isn't current
   */
  public Task {
    ideas = Set.copyOf(ideas);
    jurors = Set.copyOf(jurors);
    if (readers < 1) {
      throw new IllegalArgumentException(readers + " readers");
    }
    Assignment all = current;
    settled
        .ideas()
        .forEach(
            (juror, theirs) -> {
              if (!all.of(juror).containsAll(theirs)) {
                throw new IllegalArgumentException(juror + " was never asked for what is settled");
              }
            });
  }

  /** A round that nobody has been asked for yet. */
  public static Task first(
      Set<String> ideas,
      Set<String> jurors,
      BiPredicate<String, String> mayRead,
      int readers,
      long seed) {
    return new Task(ideas, jurors, mayRead, readers, Assignment.NONE, Assignment.NONE, seed);
  }
}
