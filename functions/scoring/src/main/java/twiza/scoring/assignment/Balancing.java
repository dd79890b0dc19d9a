package twiza.scoring.assignment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * Evens out loads where conflicts have made some much larger than others: an idea goes from a juror
 * to the next, who gives another one on, until it reaches somebody who has two less or fewer. Where
 * no such path is left, no assignment of what can be given is more even (Harvey, Ladner, Lovász and
 * Tamir, "Semi-matchings for bipartite graphs and load balancing", 2003).
 */
final class Balancing {

  /**
   * Loads this near to one another are left alone: whoever was asked is not asked anew for less.
   */
  private static final int EVEN_ENOUGH = 2;

  private final Draft draft;

  Balancing(Draft draft) {
    this.draft = draft;
  }

  void balance() {
    boolean better = true;
    while (better && draft.unevenness() > EVEN_ENOUGH) {
      better =
          IntStream.range(0, draft.jurors())
              .filter(draft::isAsked)
              .boxed()
              .sorted(Comparator.comparingInt(draft::load).reversed())
              .anyMatch(this::relieve);
    }
  }

  /** Takes one idea off a juror, if anybody with two fewer can be reached. */
  private boolean relieve(int juror) {
    int[] from = new int[draft.jurors()];
    Arrays.fill(from, -1);
    from[juror] = juror;
    Queue<Integer> waiting = new ArrayDeque<>();
    waiting.add(juror);
    while (!waiting.isEmpty()) {
      int giver = waiting.remove();
      for (int taker = 0; taker < from.length; taker++) {
        if (from[taker] < 0 && !draft.gifts(giver, taker).isEmpty()) {
          from[taker] = giver;
          waiting.add(taker);
          if (draft.load(taker) <= draft.load(juror) - 2) {
            passOn(juror, taker, from);
            return true;
          }
        }
      }
    }
    return false;
  }

  private void passOn(int first, int last, int[] from) {
    int taker = last;
    while (taker != first) {
      int giver = from[taker];
      int idea = gift(giver, taker);
      draft.remove(giver, idea);
      draft.add(taker, idea);
      taker = giver;
    }
  }

  /** An idea to pass on, rather one that the giver was not asked for before. */
  private int gift(int giver, int taker) {
    BitSet gifts = draft.gifts(giver, taker);
    BitSet fresh = draft.fresh(giver, gifts);
    return (fresh.isEmpty() ? gifts : fresh).nextSetBit(0);
  }
}
