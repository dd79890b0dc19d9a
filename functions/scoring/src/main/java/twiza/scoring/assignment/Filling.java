package twiza.scoring.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Gives every idea the readers it lacks, one after the other: whoever has the lowest load, then
 * whoever reads the fewest ideas together with the readers it has, then a draw. Ideas that few may
 * read come first, so that these few are still free.
 */
final class Filling {

  private final Draft draft;
  private final Random random;

  Filling(Draft draft, long seed) {
    this.draft = draft;
    random = new Random(seed);
  }

  void fill() {
    List<Integer> ideas = new ArrayList<>();
    int[] allowed = new int[draft.ideas()];
    for (int idea = 0; idea < draft.ideas(); idea++) {
      ideas.add(idea);
      allowed[idea] = draft.countOfAllowed(idea);
    }
    Collections.shuffle(ideas, random);
    ideas.sort(Comparator.comparingInt(idea -> allowed[idea]));
    for (int idea : ideas) {
      while (draft.countOfReaders(idea) < draft.wanted()) {
        List<Integer> best = best(idea);
        if (best.isEmpty()) {
          break;
        }
        draft.add(best.get(random.nextInt(best.size())), idea);
      }
    }
  }

  private List<Integer> best(int idea) {
    List<Integer> best = new ArrayList<>();
    int lowestLoad = Integer.MAX_VALUE;
    int fewestTogether = Integer.MAX_VALUE;
    for (int juror = 0; juror < draft.jurors(); juror++) {
      if (!draft.canTake(juror, idea) || draft.load(juror) > lowestLoad) {
        continue;
      }
      int together = together(juror, idea);
      if (draft.load(juror) < lowestLoad || together < fewestTogether) {
        best.clear();
        lowestLoad = draft.load(juror);
        fewestTogether = together;
      }
      if (together == fewestTogether) {
        best.add(juror);
      }
    }
    return best;
  }

  private int together(int juror, int idea) {
    return draft.readersOf(idea).map(reader -> draft.together(juror, reader)).sum();
  }
}
