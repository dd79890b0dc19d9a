package twiza.scoring.assignment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import twiza.scoring.assignment.Draft.Pair;
import twiza.scoring.graph.Components;
import twiza.scoring.graph.Forest;

/**
 * Makes one panel of several, without a review more: a juror of one panel and a juror of another
 * exchange ideas, one of which the first panel can spare, because other reviews hold it together.
 * Where conflicts forbid every exchange, the idea alone goes over, as long as loads stay near to
 * one another.
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
      joined = join(draft.components());
    }
  }

  private boolean join(Components components) {
    BitSet[] spare = spare();
    return anyTwoApart(components, (one, other) -> swap(one, other, spare[one]))
        || anyTwoApart(components, (one, other) -> giveAway(one, other, spare[one]));
  }

  /** Something done with two jurors. */
  private interface Attempt {

    boolean succeeds(int juror, int other);
  }

  /** Tries two jurors of different panels after another, until it succeeds. */
  private boolean anyTwoApart(Components components, Attempt attempt) {
    int[] busy = IntStream.range(0, draft.jurors()).filter(it -> draft.load(it) > 0).toArray();
    for (int one : busy) {
      for (int other : busy) {
        if (components.ofJuror(one) != components.ofJuror(other) && attempt.succeeds(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * For each juror the ideas that can be given up without cutting a panel in two, as long as it is
   * only one of them: those that close a circle when what is settled comes first.
   */
  private BitSet[] spare() {
    List<Pair> settledFirst = new ArrayList<>(draft.pairs());
    settledFirst.sort(Comparator.comparing(it -> draft.canGive(it.juror(), it.idea())));
    Forest forest = new Forest(draft.ideas(), draft.jurors());
    BitSet[] spare =
        IntStream.range(0, draft.jurors()).mapToObj(_ -> new BitSet()).toArray(BitSet[]::new);
    for (Pair pair : settledFirst) {
      if (!forest.join(pair.idea(), pair.juror()) && draft.canGive(pair.juror(), pair.idea())) {
        spare[pair.juror()].set(pair.idea());
      }
    }
    return spare;
  }

  private boolean swap(int one, int other, BitSet spare) {
    int given = first(draft.gifts(one, other), spare);
    int taken = draft.gifts(other, one).nextSetBit(0);
    if (given < 0 || taken < 0) {
      return false;
    }
    move(given, one, other);
    move(taken, other, one);
    return true;
  }

  private boolean giveAway(int one, int other, BitSet spare) {
    int given = first(draft.gifts(one, other), spare);
    if (given < 0) {
      return false;
    }
    int allowed = Math.max(EVEN_ENOUGH, draft.unevenness());
    move(given, one, other);
    if (draft.unevenness() > allowed) {
      move(given, other, one);
      return false;
    }
    return true;
  }

  private static int first(BitSet gifts, BitSet spare) {
    gifts.and(spare);
    return gifts.nextSetBit(0);
  }

  private void move(int idea, int giver, int taker) {
    draft.remove(giver, idea);
    draft.add(taker, idea);
  }
}
