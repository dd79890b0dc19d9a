package twiza.scoring.ranking;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import twiza.jury.Ranking.Panel;
import twiza.scoring.graph.Components;

/**
 * Tells what ideas are worth from how severe their jurors are. An idea's worth is {@code n_i / (n_i
 * + la)} times the mean of what is left of its scores without the mean and its jurors' leniencies:
 * the fewer its scores, the nearer it stays to the others.
 *
 * <p>With equal numbers of scores the order is that of the adjusted means; where every juror scores
 * every idea, that of the raw means. The intraclass correlations of Shrout and Fleiss, "Intraclass
 * correlations: uses in assessing rater reliability", Psychological Bulletin 86 (1979), are ratios
 * of the same variances.
 */
public final class SeverityModel {

  /** Enough for a chance to be known to one percent, nineteen times out of twenty. */
  private static final int DRAWS = 10_000;

  private final Observations seen;
  private final Variances variances;
  private final Prediction prediction;

  private SeverityModel(Observations seen, boolean minding) {
    this.seen = seen;
    variances = Variances.of(seen, LeastSquares.of(seen), minding);
    prediction = new Prediction(seen, variances);
  }

  /**
   * @throws IllegalArgumentException if a juror scored an idea twice, or there is no score
   */
  public static SeverityModel fit(Collection<Score> scores) {
    return new SeverityModel(new Observations(scores), true);
  }

  /** Fits by moments even where there are too few scores for them. */
  static SeverityModel fitWithoutMinding(Collection<Score> scores) {
    return new SeverityModel(new Observations(scores), false);
  }

  /** The ids of the ideas that have a score, sorted. */
  public List<String> ideas() {
    return seen.ideas();
  }

  /** The ids of the jurors who gave a score, sorted. */
  public List<String> jurors() {
    return seen.jurors();
  }

  /** What a usual juror gives to a usual idea: {@code mu}. */
  public double mean() {
    return prediction.mean();
  }

  /** How much better than a usual one an idea is: {@code theta_i}. */
  public double worth(String idea) {
    return prediction.worth(idea(idea));
  }

  /** How much more than a usual one a juror gives: {@code b_j}. */
  public double leniency(String juror) {
    return prediction.leniency(Places.of(juror, seen.jurors()));
  }

  /** The standard deviation of the error in an idea's worth. */
  public double standardError(String idea) {
    return Math.sqrt(covariance(idea, idea));
  }

  /** Of the errors in the worth of two ideas; of one idea with itself, the variance. */
  public double covariance(String idea, String other) {
    return prediction.covariance(idea(idea), idea(other));
  }

  /**
   * How probable it is that an idea is truly among the best, by drawing from what all might be
   * worth. The generator is {@link Random}: its normal numbers are specified to the last bit.
   *
   * @param places how many the best are
   * @return from 0 to 1, in the order of {@link #ideas()}
   */
  public double[] chances(int places, long seed) {
    double[] chances = new double[seen.ideas().size()];
    if (places >= chances.length) {
      Arrays.fill(chances, 1);
      return chances;
    }
    if (variances.basis() == Variances.Basis.NO_SPREAD) {
      Arrays.fill(chances, (double) places / chances.length);
      return chances;
    }
    Random random = new Random(seed);
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] drawn = prediction.draw(random);
      double[] sorted = drawn.clone();
      Arrays.sort(sorted);
      double last = sorted[sorted.length - places];
      for (int idea = 0; idea < chances.length; idea++) {
        chances[idea] += drawn[idea] >= last ? 1 : 0;
      }
    }
    Arrays.setAll(chances, idea -> chances[idea] / DRAWS);
    return chances;
  }

  /** What scores connect, in the order of {@link #components()}. */
  List<Panel> panels() {
    return IntStream.range(0, seen.components().count())
        .mapToObj(
            panel ->
                new Panel(
                    members(seen.ideas(), it -> seen.components().ofIdea(it) == panel),
                    members(seen.jurors(), it -> seen.components().ofJuror(it) == panel)))
        .toList();
  }

  private static List<String> members(List<String> all, IntPredicate belongs) {
    return IntStream.range(0, all.size()).filter(belongs).mapToObj(all::get).toList();
  }

  Variances variances() {
    return variances;
  }

  Components components() {
    return seen.components();
  }

  private int idea(String id) {
    return Places.of(id, seen.ideas());
  }
}
