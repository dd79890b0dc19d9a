package twiza.jury;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where an idea stands, and how sure that is. All figures leave out the reviews of jurors who give
 * everybody the same.
 *
 * @param rank in the official ranking, from 1; no two ideas share one
 * @param otherRank in the ranking that is not official
 * @param tie what told it from the idea of equal score above it, or else below it
 * @param reviews that count
 * @param leftOut reviews that do not count, because their juror gives everybody the same
 * @param rawMean of the weighted marks
 * @param median of the weighted marks
 * @param byCriterion mean marks, by the code of the criterion
 * @param score adjusted for the severity of whoever gave the marks, and for how few they are
 * @param standardError of the score as a prediction of the idea's worth
 * @param chance from 0 to 1 that the idea is truly among the best, as many as there are winners
 * @param panel its place in the list of panels, from 0
 */
public record Standing(
    String idea,
    int rank,
    int otherRank,
    Optional<TieBreak> tie,
    int reviews,
    int leftOut,
    double rawMean,
    double median,
    SortedMap<String, Double> byCriterion,
    double score,
    double standardError,
    double chance,
    int panel) {

  /** The 95th percentile of the normal distribution: between it and its opposite lie 90 %. */
  private static final double QUANTILE = 1.6448536269514722;

  public Standing {
    byCriterion = Collections.unmodifiableSortedMap(new TreeMap<>(byCriterion));
  }

  /** The score as it is shown, and as it is compared: two decimals. */
  public BigDecimal shown() {
    return shown(score);
  }

  /**
   * Rounds a score to two decimals. It is rounded to nine first: what only the order of additions
   * tells apart must not fall on two sides of a half.
   */
  public static BigDecimal shown(double score) {
    return BigDecimal.valueOf(score)
        .setScale(9, RoundingMode.HALF_UP)
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** The lower end of the interval that holds the idea's worth nine times out of ten. */
  public double low() {
    return score - QUANTILE * standardError;
  }

  /** The upper end of that interval. */
  public double high() {
    return score + QUANTILE * standardError;
  }

  /** Whether it has too few reviews to be ranked for good: it should be given more. */
  public boolean provisional() {
    return reviews < 2;
  }

  /** Whether the marks leave open if it is among the best: the jury should talk about it. */
  public boolean forDeliberation() {
    return mayBeAmongTheBest() && chance < 0.9;
  }

  /** Whether the marks don't rule out that it is among the best. */
  public boolean mayBeAmongTheBest() {
    return chance > 0.1;
  }
}
