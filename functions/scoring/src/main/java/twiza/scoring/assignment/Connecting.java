package twiza.scoring.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import twiza.scoring.assignment.Draft.Pair;
import twiza.scoring.graph.Components;
import twiza.scoring.graph.Forest;

/**
 * Makes one panel of several, without a review more: a pair that its panel can do without, because
 * it closes a circle, exchanges ideas with a pair of another panel. Where conflicts forbid every
 * exchange, the idea alone goes over, as long as loads stay near to one another.
 */
final class Connecting {

  private static final int EVEN_ENOUGH = 2;

  private final Draft draft;

  Connecting(Draft draft) {
    this.draft = draft;
  }

  void connect() {
    boolean joined = true;
    while (joined) {
      Components components = draft.components();
      List<Pair> pairs = draft.pairs();
      joined = panels(components, pairs) > 1 && join(components, pairs);
    }
  }

  private static long panels(Components components, List<Pair> pairs) {
    return pairs.stream().map(it -> components.ofIdea(it.idea())).distinct().count();
  }

  private boolean join(Components components, List<Pair> pairs) {
    List<Pair> spare = spare(pairs);
    for (Pair one : spare) {
      Optional<Pair> other =
          pairs.stream()
              .filter(it -> components.ofIdea(it.idea()) != components.ofIdea(one.idea()))
              .filter(it -> canSwap(one, it))
              .findFirst();
      if (other.isPresent()) {
        swap(one, other.get());
        return true;
      }
    }
    return spare.stream().anyMatch(it -> giveAway(it, components));
  }

  /**
   * The pairs that can be given up without cutting a panel in two, as long as it is one of them.
   */
  private List<Pair> spare(List<Pair> pairs) {
    List<Pair> settledFirst = new ArrayList<>(pairs);
    settledFirst.sort(Comparator.comparing(it -> draft.canGive(it.juror(), it.idea())));
    Forest forest = new Forest(draft.ideas(), draft.jurors());
    return settledFirst.stream()
        .filter(it -> !forest.join(it.idea(), it.juror()))
        .filter(it -> draft.canGive(it.juror(), it.idea()))
        .toList();
  }

  private boolean canSwap(Pair one, Pair other) {
    return draft.canGive(other.juror(), other.idea())
        && draft.canTake(one.juror(), other.idea())
        && draft.canTake(other.juror(), one.idea());
  }

  private void swap(Pair one, Pair other) {
    draft.remove(one.juror(), one.idea());
    draft.remove(other.juror(), other.idea());
    draft.add(one.juror(), other.idea());
    draft.add(other.juror(), one.idea());
  }

  private boolean giveAway(Pair pair, Components components) {
    int allowed = Math.max(EVEN_ENOUGH, draft.unevenness());
    for (int juror = 0; juror < draft.jurors(); juror++) {
      if (draft.load(juror) > 0
          && components.ofJuror(juror) != components.ofJuror(pair.juror())
          && draft.canTake(juror, pair.idea())) {
        draft.remove(pair.juror(), pair.idea());
        draft.add(juror, pair.idea());
        if (draft.unevenness() <= allowed) {
          return true;
        }
        draft.remove(juror, pair.idea());
        draft.add(pair.juror(), pair.idea());
      }
    }
    return false;
  }
}
