package twiza.scoring.ranking;

/**
 * The variances of the model, from the scores alone.
 *
 * <p>By the method of moments: reductions in the sum of squares, each set equal to what it is
 * expected to be. It is method III of Henderson, "Estimation of variance and covariance
 * components", Biometrics 9 (1953); also Searle, Casella and McCulloch, Variance Components (1992),
 * chapter 5. With ideas and jurors absorbed one after the other, the coefficients are counts:
 *
 * <pre>
 * E(SSE)                                       = s2e (n - N - J + c)
 * E(sum y^2 - sum_i y_i.^2 / n_i - SSE)        = s2b (n - N) + s2e (J - c)
 * E(sum y^2 - sum_j y_.j^2 / m_j - SSE)        = s2a (n - J) + s2e (N - c)
 * </pre>
 *
 * @param residual {@code s2e}
 * @param ideas {@code s2a}
 * @param jurors {@code s2b}
 */
record Variances(double residual, double ideas, double jurors, Basis basis) {

  /** What the variances rest on. */
  enum Basis {
    MOMENTS,
    /** Moments, but the fit leaves nothing that could be noise. */
    EXACT_FIT,
    /** Too few scores for moments. */
    THIN_DATA,
    /** All scores are the same. */
    NO_SPREAD
  }

  /** With fewer, moments say more about chance than about the jury. */
  private static final int LEAST_DEGREES_OF_FREEDOM = 10;

  /** The shares of ideas, jurors and noise among the reviews of NIPS 2014. */
  private static final double USUAL_IDEAS = 1.278;

  private static final double USUAL_JURORS = 0.240;
  private static final double USUAL_RESIDUAL = 1.268;

  /** Below this share of the ideas' variance in the noise, ideas would be taken for alike. */
  private static final double LEAST_IDEAS = 0.05;

  /** An exact fit: the noise is far below what two decimals show, and still can be divided by. */
  private static final double LEAST_RESIDUAL = 1e-6;

  /**
   * @param minding whether few scores are shared out as is usual; without, moments are taken from
   *     as little as one degree of freedom
   */
  static Variances of(Observations seen, LeastSquares fit, boolean minding) {
    double total = seen.variance();
    if (total == 0) {
      return new Variances(0, 0, 0, Basis.NO_SPREAD);
    }
    return minding && isThin(seen, fit) ? usual(total) : moments(seen, fit, total);
  }

  private static boolean isThin(Observations seen, LeastSquares fit) {
    return fit.degreesOfFreedom() < LEAST_DEGREES_OF_FREEDOM
        || seen.count() == seen.ideas().size()
        || seen.count() == seen.jurors().size();
  }

  private static Variances usual(double total) {
    double share = total / (USUAL_IDEAS + USUAL_JURORS + USUAL_RESIDUAL);
    return new Variances(
        share * USUAL_RESIDUAL, share * USUAL_IDEAS, share * USUAL_JURORS, Basis.THIN_DATA);
  }

  private static Variances moments(Observations seen, LeastSquares fit, double total) {
    int components = seen.components().count();
    double left = fit.squares();
    double found = left / fit.degreesOfFreedom();
    double residual = Math.max(LEAST_RESIDUAL * total, found);
    double jurors =
        (seen.squaresWithinIdeas() - left - residual * (seen.jurors().size() - components))
            / (seen.count() - seen.ideas().size());
    double ideas =
        (seen.squaresWithinJurors() - left - residual * (seen.ideas().size() - components))
            / (seen.count() - seen.jurors().size());
    return new Variances(
        residual,
        Math.max(LEAST_IDEAS * residual, ideas),
        Math.max(0, jurors),
        found < residual ? Basis.EXACT_FIT : Basis.MOMENTS);
  }

  /** {@code la = s2e / s2a}: how many scores the mean of all counts for, beside an idea's own. */
  double shrinkageOfIdeas() {
    return basis == Basis.NO_SPREAD ? USUAL_RESIDUAL / USUAL_IDEAS : residual / ideas;
  }

  /** {@code lb = s2e / s2b}. Only where the jurors differ. */
  double shrinkageOfJurors() {
    return residual / jurors;
  }

  /** Whether severities differ at all, so that there is something to adjust for. */
  boolean jurorsDiffer() {
    return jurors > 0;
  }
}
