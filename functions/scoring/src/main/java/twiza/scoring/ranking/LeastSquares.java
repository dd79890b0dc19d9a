package twiza.scoring.ranking;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import twiza.scoring.graph.Components;

/**
 * Ideas and jurors as fixed effects: {@code y_ij = a_i + b_j + e_ij}, least squares. The two-way
 * classification without interaction; ideas are absorbed, which leaves one equation for each juror
 * (Searle, Linear Models, 1971, chapter 7). Where panels are disconnected the effects are estimable
 * only within each: there the jurors' effects add up to 0.
 */
public final class LeastSquares {

  private final Observations seen;
  private final double[] jurors;
  private final double[] ideas;

  private LeastSquares(Observations seen) {
    this.seen = seen;
    jurors = solve(seen);
    centre(jurors, seen.components());
    ideas = ideas(seen, jurors);
  }

  /**
   * @throws IllegalArgumentException if a juror scored an idea twice, or there is no score
   */
  public static LeastSquares of(Collection<Score> scores) {
    return new LeastSquares(new Observations(scores));
  }

  static LeastSquares of(Observations seen) {
    return new LeastSquares(seen);
  }

  /** The ids of the ideas that have a score, sorted. */
  public List<String> ideas() {
    return seen.ideas();
  }

  /** What a juror of mean severity in the idea's panel would give it. */
  public double adjusted(String idea) {
    return seen.origin() + ideas[Places.of(idea, seen.ideas())];
  }

  /** The sum of the squares of what ideas and jurors leave unexplained: {@code SSE}. */
  double squares() {
    double squares = 0;
    for (int at = 0; at < seen.count(); at++) {
      double left = seen.value(at) - ideas[seen.idea(at)] - jurors[seen.juror(at)];
      squares += left * left;
    }
    return squares;
  }

  /** {@code n - N - J + c}. */
  int degreesOfFreedom() {
    return seen.count() - seen.ideas().size() - seen.jurors().size() + seen.components().count();
  }

  /** Solves {@code L b = r} with the first juror of each component at 0. */
  private static double[] solve(Observations seen) {
    int[] free = allButTheFirstOfEachComponent(seen);
    double[] effects = new double[seen.jurors().size()];
    if (free.length == 0) {
      return effects;
    }
    int[] place = new int[effects.length];
    Arrays.fill(place, -1);
    for (int at = 0; at < free.length; at++) {
      place[free[at]] = at;
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(free.length);
    if (!solver.setA(laplacian(seen, place, free.length))) {
      throw new IllegalStateException("a connected panel has a singular matrix");
    }
    DMatrixRMaj solution = new DMatrixRMaj(free.length, 1);
    solver.solve(rightSide(seen, place, free.length), solution);
    for (int at = 0; at < free.length; at++) {
      effects[free[at]] = solution.get(at);
    }
    return effects;
  }

  private static int[] allButTheFirstOfEachComponent(Observations seen) {
    boolean[] met = new boolean[seen.components().count()];
    int[] free = new int[seen.jurors().size()];
    int count = 0;
    for (int juror = 0; juror < free.length; juror++) {
      int component = seen.components().ofJuror(juror);
      if (met[component]) {
        free[count++] = juror;
      }
      met[component] = true;
    }
    return Arrays.copyOf(free, count);
  }

  /** {@code L = diag(m) - W' diag(1/n_i) W}. */
  private static DMatrixRMaj laplacian(Observations seen, int[] place, int size) {
    DMatrixRMaj laplacian = new DMatrixRMaj(size, size);
    for (int juror = 0; juror < place.length; juror++) {
      if (place[juror] >= 0) {
        laplacian.add(place[juror], place[juror], seen.countOfJuror(juror));
      }
    }
    for (int idea = 0; idea < seen.ideas().size(); idea++) {
      double share = 1.0 / seen.countOfIdea(idea);
      for (int one = seen.firstOfIdea(idea); one < seen.firstOfIdea(idea + 1); one++) {
        for (int other = seen.firstOfIdea(idea); other < seen.firstOfIdea(idea + 1); other++) {
          int row = place[seen.juror(one)];
          int column = place[seen.juror(other)];
          if (row >= 0 && column >= 0) {
            laplacian.add(row, column, -share);
          }
        }
      }
    }
    return laplacian;
  }

  /** {@code r_j = y_.j - sum_i w_ij y_i. / n_i}. */
  private static DMatrixRMaj rightSide(Observations seen, int[] place, int size) {
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    for (int at = 0; at < seen.count(); at++) {
      if (place[seen.juror(at)] >= 0) {
        double mean = seen.sumOfIdea(seen.idea(at)) / seen.countOfIdea(seen.idea(at));
        right.add(place[seen.juror(at)], 0, seen.value(at) - mean);
      }
    }
    return right;
  }

  private static void centre(double[] effects, Components components) {
    double[] sums = new double[components.count()];
    int[] counts = new int[components.count()];
    for (int juror = 0; juror < effects.length; juror++) {
      sums[components.ofJuror(juror)] += effects[juror];
      counts[components.ofJuror(juror)]++;
    }
    for (int juror = 0; juror < effects.length; juror++) {
      int component = components.ofJuror(juror);
      effects[juror] -= sums[component] / counts[component];
    }
  }

  private static double[] ideas(Observations seen, double[] jurors) {
    double[] effects = new double[seen.ideas().size()];
    for (int at = 0; at < seen.count(); at++) {
      effects[seen.idea(at)] += seen.value(at) - jurors[seen.juror(at)];
    }
    for (int idea = 0; idea < effects.length; idea++) {
      effects[idea] /= seen.countOfIdea(idea);
    }
    return effects;
  }
}
