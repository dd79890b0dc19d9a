package twiza.scoring.ranking;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * The best linear unbiased prediction of every idea's worth and every juror's leniency, both
 * random: {@code y_ij = mu + theta_i + b_j + e_ij}.
 *
 * <p>The mixed model equations are those of Henderson, "Best linear unbiased estimation and
 * prediction under a selection model", Biometrics 31 (1975); so are the variances of the errors of
 * prediction, which are blocks of the inverse of the coefficients, times {@code s2e}; also Searle,
 * Casella and McCulloch, Variance Components (1992), chapter 7. Here the ideas are absorbed: their
 * block is diagonal, and what is left has one row for the mean and one for each juror:
 *
 * <pre>
 * D_i = n_i + la      B_i = (n_i, w_i)      h_i = B_i / D_i
 * S   = [[n, m'], [m, diag(m) + lb I]] - sum_i B_i B_i' / D_i
 * S (mu, b) = (sum y, y_.j) - sum_i B_i y_i. / D_i
 * theta_i   = (y_i. - B_i . (mu, b)) / D_i
 * var(theta_i) = s2e (1 / D_i + h_i' S^-1 h_i)      cov(theta_i, theta_k) = s2e h_i' S^-1 h_k
 * </pre>
 *
 * <p>The variances are those of {@code predicted - true}, with the components taken as known. Where
 * severities don't differ, the jurors' rows fall away.
 */
final class Prediction {

  private final Observations seen;
  private final Variances variances;
  private final double shrinkage;
  private final int size;

  /** The lower triangle of Cholesky: {@code S = R R'}. */
  private final double[] root;

  /** The mean, then the jurors. */
  private final double[] fixed;

  private final double[] worth;

  Prediction(Observations seen, Variances variances) {
    this.seen = seen;
    this.variances = variances;
    shrinkage = variances.shrinkageOfIdeas();
    size = variances.jurorsDiffer() ? 1 + seen.jurors().size() : 1;
    root = root(coefficients());
    fixed = rightSide();
    TriangularSolver_DDRM.solveL(root, fixed, size);
    TriangularSolver_DDRM.solveTranL(root, fixed, size);
    worth = worth();
  }

  /** What a usual juror gives to a usual idea: {@code mu}. */
  double mean() {
    return seen.origin() + fixed[0];
  }

  /** How much better than a usual one an idea is: {@code theta_i}. */
  double worth(int idea) {
    return worth[idea];
  }

  /** How much more than a usual one a juror gives: {@code b_j}. */
  double leniency(int juror) {
    return size == 1 ? 0 : fixed[1 + juror];
  }

  /** Of the errors in the worth of two ideas; of one idea with itself, the variance. */
  double covariance(int idea, int other) {
    double[] one = throughRoot(idea);
    double[] another = throughRoot(other);
    double sum = idea == other ? 1 / divisor(idea) : 0;
    for (int row = 0; row < size; row++) {
      sum += one[row] * another[row];
    }
    return variances.residual() * sum;
  }

  /**
   * What the worth of all ideas might truly be, once. The errors' covariance has a part of each
   * idea alone and a part that all share through the mean and the jurors, so that no matrix of
   * ideas by ideas is needed.
   */
  double[] draw(Random random) {
    double deviation = Math.sqrt(variances.residual());
    double[] shared = new double[size];
    for (int row = 0; row < size; row++) {
      shared[row] = deviation * random.nextGaussian();
    }
    TriangularSolver_DDRM.solveTranL(root, shared, size);
    double[] drawn = new double[worth.length];
    for (int idea = 0; idea < drawn.length; idea++) {
      double own = deviation / Math.sqrt(divisor(idea)) * random.nextGaussian();
      drawn[idea] = worth[idea] + own - times(idea, shared) / divisor(idea);
    }
    return drawn;
  }

  /** {@code D_i}. */
  private double divisor(int idea) {
    return seen.countOfIdea(idea) + shrinkage;
  }

  /** {@code B_i . vector}. */
  private double times(int idea, double[] vector) {
    double sum = seen.countOfIdea(idea) * vector[0];
    if (size > 1) {
      for (int at = seen.firstOfIdea(idea); at < seen.firstOfIdea(idea + 1); at++) {
        sum += vector[1 + seen.juror(at)];
      }
    }
    return sum;
  }

  /** {@code R^-1 h_i}. */
  private double[] throughRoot(int idea) {
    double[] through = new double[size];
    addB(through, idea, 1 / divisor(idea));
    TriangularSolver_DDRM.solveL(root, through, size);
    return through;
  }

  /** Adds {@code factor B_i} to a vector. */
  private void addB(double[] vector, int idea, double factor) {
    vector[0] += factor * seen.countOfIdea(idea);
    if (size > 1) {
      for (int at = seen.firstOfIdea(idea); at < seen.firstOfIdea(idea + 1); at++) {
        vector[1 + seen.juror(at)] += factor;
      }
    }
  }

  private DMatrixRMaj coefficients() {
    DMatrixRMaj coefficients = new DMatrixRMaj(size, size);
    coefficients.set(0, 0, seen.count());
    for (int row = 1; row < size; row++) {
      int given = seen.countOfJuror(row - 1);
      coefficients.set(0, row, given);
      coefficients.set(row, 0, given);
      coefficients.set(row, row, given + variances.shrinkageOfJurors());
    }
    for (int idea = 0; idea < seen.ideas().size(); idea++) {
      double[] b = new double[size];
      addB(b, idea, 1);
      for (int row = 0; row < size; row++) {
        if (b[row] != 0) {
          for (int column = 0; column < size; column++) {
            coefficients.add(row, column, -b[row] * b[column] / divisor(idea));
          }
        }
      }
    }
    return coefficients;
  }

  private static double[] root(DMatrixRMaj coefficients) {
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(coefficients.numRows, true);
    if (!cholesky.decompose(coefficients)) {
      throw new IllegalStateException("the coefficients are not positive definite");
    }
    return cholesky.getT(null).data;
  }

  private double[] rightSide() {
    double[] right = new double[size];
    for (int at = 0; at < seen.count(); at++) {
      right[0] += seen.value(at);
      if (size > 1) {
        right[1 + seen.juror(at)] += seen.value(at);
      }
    }
    for (int idea = 0; idea < seen.ideas().size(); idea++) {
      addB(right, idea, -seen.sumOfIdea(idea) / divisor(idea));
    }
    return right;
  }

  private double[] worth() {
    double[] found = new double[seen.ideas().size()];
    for (int idea = 0; idea < found.length; idea++) {
      found[idea] = (seen.sumOfIdea(idea) - times(idea, fixed)) / divisor(idea);
    }
    return found;
  }
}
