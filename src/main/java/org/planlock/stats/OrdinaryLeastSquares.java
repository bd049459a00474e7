package org.planlock.stats;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * Least squares by Householder QR of the columns, centred if there is an intercept and brought to
 * length 1. Source: Golub, Van Loan, Matrix Computations, 5.3.
 */
public final class OrdinaryLeastSquares {
  /** What a column of length 1 must add to those before it; R's lm uses the same number. */
  private static final double DEPENDENT = 1e-7;

  private OrdinaryLeastSquares() {}

  /** Fits the outcome by the columns, with an intercept or without, or says why it cannot. */
  public static LeastSquares fit(Columns predictors, double[] outcome, boolean intercept) {
    if (outcome.length != predictors.rows()) {
      throw new IllegalArgumentException(
          outcome.length + " outcomes for " + predictors.rows() + " rows");
    }
    Columns.requireFinite("the outcome", outcome);
    int terms = predictors.count() + (intercept ? 1 : 0);
    if (outcome.length < terms || outcome.length == 0) {
      return new NotEstimable(NotEstimable.Reason.TOO_FEW_ROWS, List.of());
    }
    var scaled = new ScaledColumns(predictors, intercept);
    var coefficients = new double[predictors.count()];
    double centre = intercept ? Moments.mean(outcome) : 0;
    if (coefficients.length > 0) {
      var qr = new QRDecomposition(MatrixUtils.createRealMatrix(scaled.values), 0);
      var dependent = dependent(qr, scaled);
      if (!dependent.isEmpty()) {
        return new NotEstimable(NotEstimable.Reason.DEPENDENT_COLUMNS, dependent);
      }
      var right = new ArrayRealVector(outcome).mapSubtract(centre);
      var solved = qr.getSolver().solve(right);
      for (int j = 0; j < coefficients.length; j++) {
        coefficients[j] = solved.getEntry(j) / scaled.lengths[j];
      }
    }
    return fit(predictors, outcome, scaled, coefficients, centre, outcome.length - terms);
  }

  private static List<Integer> dependent(QRDecomposition qr, ScaledColumns scaled) {
    var r = qr.getR();
    var dependent = new ArrayList<Integer>();
    for (int j = 0; j < scaled.lengths.length; j++) {
      if (scaled.lengths[j] == 0 || Math.abs(r.getEntry(j, j)) < DEPENDENT) {
        dependent.add(j);
      }
    }
    return dependent;
  }

  private static LeastSquaresFit fit(
      Columns predictors,
      double[] outcome,
      ScaledColumns scaled,
      double[] coefficients,
      double centre,
      int residualDf) {
    double intercept = centre;
    for (int j = 0; j < coefficients.length; j++) {
      intercept -= coefficients[j] * scaled.centres[j];
    }
    var fitted = new double[outcome.length];
    var residuals = new double[outcome.length];
    double rss = 0;
    for (int i = 0; i < outcome.length; i++) {
      fitted[i] = centre;
      for (int j = 0; j < coefficients.length; j++) {
        fitted[i] += coefficients[j] * (predictors.at(i, j) - scaled.centres[j]);
      }
      residuals[i] = outcome[i] - fitted[i];
      rss += residuals[i] * residuals[i];
    }
    return new LeastSquaresFit(
        intercept,
        DoubleVector.owning(coefficients),
        DoubleVector.owning(fitted),
        DoubleVector.owning(residuals),
        rss,
        residualDf);
  }

  /** Columns of length 1 around their centres; a constant one keeps length 0 and stays zero. */
  private static final class ScaledColumns {
    final double[][] values;
    final double[] centres;
    final double[] lengths;

    ScaledColumns(Columns predictors, boolean centred) {
      int count = predictors.count();
      centres = new double[count];
      lengths = new double[count];
      values = new double[predictors.rows()][count];
      for (int j = 0; j < count; j++) {
        var x = predictors.shared(j);
        boolean constant = centred && Moments.constant(x);
        centres[j] = centred ? Moments.mean(x) : 0;
        lengths[j] = constant ? 0 : Math.sqrt(Moments.squaredDeviations(x, centres[j]));
        for (int i = 0; i < x.length; i++) {
          values[i][j] = lengths[j] == 0 ? 0 : (x[i] - centres[j]) / lengths[j];
        }
      }
    }
  }
}
