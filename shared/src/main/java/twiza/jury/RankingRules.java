package twiza.jury;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import twiza.round.Plan;

/**
 * What is announced before a round opens, and decides its ranking.
 *
 * @param weights in percent, by the code of the criterion
 * @param winners how many there are to be
 * @param official the ranking that counts; the other one stands beside it
 * @param tieBreaks the first that tells two ideas apart decides; the draw comes last
 * @param priority the code of the criterion that breaks ties
 * @param seed of the draw, and of the chances that are computed by drawing
 */
public record RankingRules(
    SortedMap<String, Integer> weights,
    int winners,
    Official official,
    List<TieBreak> tieBreaks,
    String priority,
    long seed) {

  /** The ranking by the mean of the marks, or by the score adjusted for severity. */
  public enum Official {
    RAW,
    ADJUSTED
  }

  /** The order that is published unless the organiser names another. */
  public static final List<TieBreak> USUAL_TIE_BREAKS = List.of(TieBreak.values());

  /**
   * Those that a round announced. As many can win as there are prizes; one, where none is named.
   */
  public static RankingRules of(Plan plan) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    plan.rubric().forEach(criterion -> weights.put(criterion.code(), criterion.weight()));
    List<TieBreak> tieBreaks = new ArrayList<>();
    plan.tieBreaks().forEach(it -> tieBreaks.add(TieBreak.valueOf(it.name())));
    tieBreaks.add(TieBreak.DRAW);
    String priority =
        weights.containsKey(plan.priority()) ? plan.priority() : plan.rubric().getFirst().code();
    return new RankingRules(
        weights,
        Math.max(1, plan.prizes().size()),
        Official.valueOf(plan.official().name()),
        tieBreaks,
        priority,
        plan.seed());
  }

  /**
   * @throws IllegalArgumentException if the weights are not whole percents of 100, nobody can win,
   *     the priority is no criterion, or the ties may stay unbroken
   */
  public RankingRules {
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    tieBreaks = List.copyOf(tieBreaks);
    if (weights.values().stream().anyMatch(weight -> weight < 1)
        || weights.values().stream().mapToInt(weight -> weight).sum() != 100) {
      throw new IllegalArgumentException("weights " + weights + " do not share out 100 percent");
    }
    if (winners < 1) {
      throw new IllegalArgumentException(winners + " winners");
    }
    if (!weights.containsKey(priority)) {
      throw new IllegalArgumentException("no criterion " + priority);
    }
    if (tieBreaks.isEmpty()
        || tieBreaks.getLast() != TieBreak.DRAW
        || EnumSet.copyOf(tieBreaks).size() != tieBreaks.size()) {
      throw new IllegalArgumentException("ties broken by " + tieBreaks);
    }
  }
}
