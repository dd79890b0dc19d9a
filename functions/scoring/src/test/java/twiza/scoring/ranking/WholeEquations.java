package twiza.scoring.ranking;

import java.util.Collection;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/**
 * The model by brute force: nothing absorbed, whole projections and the whole covariance of the
 * scores. Slow, and near to the textbook.
 */
final class WholeEquations {

  private final DMatrixRMaj y;
  private final DMatrixRMaj ones;
  private final DMatrixRMaj ofIdeas;
  private final DMatrixRMaj ofJurors;

  WholeEquations(Collection<Score> scores, List<String> ideas, List<String> jurors) {
    y = new DMatrixRMaj(scores.size(), 1);
    ones = new DMatrixRMaj(scores.size(), 1);
    ofIdeas = new DMatrixRMaj(scores.size(), ideas.size());
    ofJurors = new DMatrixRMaj(scores.size(), jurors.size());
    int row = 0;
    for (Score score : scores) {
      y.set(row, 0, score.value());
      ones.set(row, 0, 1);
      ofIdeas.set(row, ideas.indexOf(score.idea()), 1);
      ofJurors.set(row, jurors.indexOf(score.juror()), 1);
      row++;
    }
  }

  /**
   * Henderson's third method with its traces computed, not known: each reduction against what the
   * variances make of it.
   */
  double[] moments() {
    DMatrixRMaj both = CommonOps_DDRM.concatColumns(ofIdeas, ofJurors, null);
    DMatrixRMaj beyondBoth = beyond(both);
    DMatrixRMaj beyondIdeas = beyond(ofIdeas);
    DMatrixRMaj beyondJurors = beyond(ofJurors);
    double freedom = CommonOps_DDRM.trace(beyondBoth);
    double squares = quadratic(y, beyondBoth);
    double residual = squares / freedom;
    double jurors =
        (quadratic(y, beyondIdeas)
                - squares
                - residual * (CommonOps_DDRM.trace(beyondIdeas) - freedom))
            / trace(ofJurors, beyondIdeas);
    double ideas =
        (quadratic(y, beyondJurors)
                - squares
                - residual * (CommonOps_DDRM.trace(beyondJurors) - freedom))
            / trace(ofIdeas, beyondJurors);
    return new double[] {residual, ideas, jurors};
  }

  /** Whether a panel that nothing connects to the others makes the fit deficient. */
  int rank() {
    return MatrixFeatures_DDRM.rank(CommonOps_DDRM.concatColumns(ofIdeas, ofJurors, null));
  }

  /** What generalised least squares makes of the scores' whole covariance. */
  Predicted predict(double residual, double ideas, double jurors) {
    DMatrixRMaj covariance = CommonOps_DDRM.identity(y.numRows);
    CommonOps_DDRM.scale(residual, covariance);
    CommonOps_DDRM.addEquals(covariance, ideas, product(ofIdeas, transposed(ofIdeas)));
    CommonOps_DDRM.addEquals(covariance, jurors, product(ofJurors, transposed(ofJurors)));
    DMatrixRMaj inverse = covariance.copy();
    CommonOps_DDRM.invert(inverse);
    double weight = quadratic(ones, inverse);
    double mean = product(transposed(ones), product(inverse, y)).get(0) / weight;
    DMatrixRMaj left = y.copy();
    CommonOps_DDRM.add(left, -mean);
    DMatrixRMaj weighted = product(inverse, left);
    DMatrixRMaj summed = product(inverse, ones);
    DMatrixRMaj projected = inverse.copy();
    CommonOps_DDRM.addEquals(projected, -1 / weight, product(summed, transposed(summed)));
    DMatrixRMaj errors = product(transposed(ofIdeas), product(projected, ofIdeas));
    CommonOps_DDRM.scale(-ideas * ideas, errors);
    for (int idea = 0; idea < errors.numRows; idea++) {
      errors.add(idea, idea, ideas);
    }
    DMatrixRMaj worth = product(transposed(ofIdeas), weighted);
    CommonOps_DDRM.scale(ideas, worth);
    DMatrixRMaj leniency = product(transposed(ofJurors), weighted);
    CommonOps_DDRM.scale(jurors, leniency);
    return new Predicted(mean, worth, leniency, errors);
  }

  /** By place; {@code errors} is the covariance of the errors in the worth of ideas. */
  record Predicted(double mean, DMatrixRMaj worth, DMatrixRMaj leniency, DMatrixRMaj errors) {}

  /** {@code I - X (X'X)^- X'}. */
  private static DMatrixRMaj beyond(DMatrixRMaj x) {
    DMatrixRMaj pseudoInverse = new DMatrixRMaj(x.numCols, x.numRows);
    CommonOps_DDRM.pinv(x, pseudoInverse);
    DMatrixRMaj beyond = CommonOps_DDRM.identity(x.numRows);
    CommonOps_DDRM.subtractEquals(beyond, product(x, pseudoInverse));
    return beyond;
  }

  private static double trace(DMatrixRMaj of, DMatrixRMaj beyond) {
    return CommonOps_DDRM.trace(product(transposed(of), product(beyond, of)));
  }

  private static double quadratic(DMatrixRMaj vector, DMatrixRMaj matrix) {
    return product(transposed(vector), product(matrix, vector)).get(0);
  }

  private static DMatrixRMaj product(DMatrixRMaj one, DMatrixRMaj other) {
    return CommonOps_DDRM.mult(one, other, null);
  }

  private static DMatrixRMaj transposed(DMatrixRMaj matrix) {
    return CommonOps_DDRM.transpose(matrix, null);
  }
}
