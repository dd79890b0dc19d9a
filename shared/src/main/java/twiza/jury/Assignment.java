package twiza.jury;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which juror reads which ideas.
 *
 * @param ideas ids, by the id of the juror; a juror without any is not there
 */
public record Assignment(SortedMap<String, SortedSet<String>> ideas) {

  /** Nobody reads anything yet. */
  public static final Assignment NONE = new Assignment(new TreeMap<>());

  public Assignment {
    TreeMap<String, SortedSet<String>> copy = new TreeMap<>();
    ideas.forEach(
        (juror, theirs) -> {
          if (!theirs.isEmpty()) {
            copy.put(juror, Collections.unmodifiableSortedSet(new TreeSet<>(theirs)));
          }
        });
    ideas = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * @param ideas ids, by the id of the juror
   */
  public static Assignment of(Map<String, ? extends Set<String>> ideas) {
    TreeMap<String, SortedSet<String>> sorted = new TreeMap<>();
    ideas.forEach((juror, theirs) -> sorted.put(juror, new TreeSet<>(theirs)));
    return new Assignment(sorted);
  }

  /** The ids of the ideas that a juror reads. */
  public SortedSet<String> of(String juror) {
    return ideas.getOrDefault(juror, Collections.emptySortedSet());
  }

  public boolean has(String juror, String idea) {
    return of(juror).contains(idea);
  }

  /** How many reviews are asked for. */
  public int size() {
    return ideas.values().stream().mapToInt(Set::size).sum();
  }
}
