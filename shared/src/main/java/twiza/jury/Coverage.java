package twiza.jury;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import twiza.jury.Ranking.Panel;

/**
 * What an assignment comes to: what the organiser looks at before inviting anybody.
 *
 * @param loads how many ideas each juror of the jury reads, by id
 * @param readers how many jurors read each idea, by id
 * @param wanting the ideas that have fewer readers than asked for
 * @param panels what the reviews connect with one another; ideas and jurors without any are left
 *     out
 */
public record Coverage(
    SortedMap<String, Integer> loads,
    SortedMap<String, Integer> readers,
    List<Wanting> wanting,
    List<Panel> panels) {

  /**
   * An idea that has too few readers.
   *
   * @param allowed how many of the jury may read it at all
   */
  public record Wanting(String idea, int readers, int allowed) {}

  public Coverage {
    loads = Collections.unmodifiableSortedMap(new TreeMap<>(loads));
    readers = Collections.unmodifiableSortedMap(new TreeMap<>(readers));
    wanting = List.copyOf(wanting);
    panels = List.copyOf(panels);
  }

  /** Whether all scores can be compared, because no panel stands alone. */
  public boolean connected() {
    return panels.size() <= 1;
  }

  /** By how much the largest load exceeds the smallest; 0 without a juror. */
  public int unevenness() {
    Collection<Integer> all = loads.values();
    return all.isEmpty() ? 0 : Collections.max(all) - Collections.min(all);
  }
}
