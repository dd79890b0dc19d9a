package twiza.jury;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ideas that may win: those ranked that are still in the round, in the order of the official
 * ranking.
 */
public final class Contenders {

  private final List<Standing> order;
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Set<String> gone;
  private final int prizes;

  /**
   * @param gone ids of the ideas that are out of the round by now
   */
  public Contenders(Ranking ranking, Set<String> gone) {
    this.gone = Set.copyOf(gone);
    this.prizes = ranking.rules().winners();
    this.order = ranking.standings().stream().filter(it -> !gone.contains(it.idea())).toList();
    order.forEach(it -> ranks.put(it.idea(), ranks.size() + 1));
  }

  /** How many can win at most. */
  public int prizes() {
    return prizes;
  }

  boolean isGone(String idea) {
    return gone.contains(idea);
  }

  boolean isRanked(String idea) {
    return ranks.containsKey(idea);
  }

  /** Among the first, as many as there are prizes, or possibly better than the marks could show. */
  public boolean mayWin(String idea) {
    Standing standing = order.get(ranks.get(idea) - 1);
    return ranks.get(idea) <= prizes || standing.mayBeAmongTheBest();
  }

  /** Whoever might have won, or comes next. */
  boolean mayBeFinalist(String idea, int placed) {
    return mayWin(idea) || ranks.get(idea) <= placed;
  }

  /**
   * Whether the prizes go otherwise than in the order of the official ranking, or finalists are
   * others than those who follow.
   */
  public boolean departs(Verdict verdict) {
    Set<String> placed = new HashSet<>(verdict.winners());
    placed.addAll(verdict.finalists());
    return !first(prizes).equals(verdict.winners())
        || !placed.equals(Set.copyOf(first(placed.size())));
  }

  private List<String> first(int count) {
    return order.stream().limit(count).map(Standing::idea).toList();
  }
}
