package org.planlock.stats;

import java.util.List;

/**
 * Least squares in which the square of each row's residual counts by the row's weight, as in R's
 * {@code lm(weights =)}: rows are multiplied by the root of their weight, around weighted means if
 * there is an intercept.
 */
public final class WeightedLeastSquares {
  private WeightedLeastSquares() {}

  /**
   * Fits the outcome by the columns, with an intercept or without, or says why it cannot. Fitted
   * values and residuals are in the outcome's units; the residual sum of squares is weighted.
   */
  public static LeastSquares fit(Sample sample, boolean intercept) {
    var weights = sample.sharedWeights();
    int counted = 0;
    double total = 0;
    for (double weight : weights) {
      counted += weight > 0 ? 1 : 0;
      total += weight;
    }
    int count = sample.predictors().count();
    if (counted < count + (intercept ? 1 : 0)) {
      return new NotEstimable(NotEstimable.Reason.TOO_FEW_ROWS, List.of());
    }
    var shares = new double[weights.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = weights[i] / total;
    }
    var centres = new double[count];
    var columns = new double[count][];
    for (int j = 0; j < count; j++) {
      var x = sample.predictors().shared(j);
      centres[j] = intercept ? centre(x, shares) : 0;
      columns[j] = weighted(x, centres[j], weights);
    }
    var y = sample.sharedOutcome();
    double centre = intercept ? centre(y, shares) : 0;
    var scaled = Columns.of(weights.length, columns);
    var solved = OrdinaryLeastSquares.fit(scaled, weighted(y, centre, weights), false);
    if (!(solved instanceof LeastSquaresFit fit)) {
      return solved;
    }
    int residualDf = counted - count - (intercept ? 1 : 0);
    return inUnits(sample, centre, centres, fit.coefficients(), residualDf);
  }

  private static LeastSquaresFit inUnits(
      Sample sample, double centre, double[] centres, DoubleVector coefficients, int residualDf) {
    double intercept = centre;
    for (int j = 0; j < centres.length; j++) {
      intercept -= coefficients.at(j) * centres[j];
    }
    var y = sample.sharedOutcome();
    var fitted = new double[y.length];
    var residuals = new double[y.length];
    double rss = 0;
    for (int i = 0; i < y.length; i++) {
      fitted[i] = centre;
      for (int j = 0; j < centres.length; j++) {
        fitted[i] += coefficients.at(j) * (sample.predictors().at(i, j) - centres[j]);
      }
      residuals[i] = y[i] - fitted[i];
      rss += sample.sharedWeights()[i] * residuals[i] * residuals[i];
    }
    return new LeastSquaresFit(
        intercept,
        coefficients,
        DoubleVector.owning(fitted),
        DoubleVector.owning(residuals),
        rss,
        residualDf);
  }

  /** A constant column is centred by itself, so that nothing but zeros is left of it. */
  private static double centre(double[] x, double[] shares) {
    return Moments.constant(x) ? x[0] : Moments.weightedMean(x, shares);
  }

  private static double[] weighted(double[] x, double centre, double[] weights) {
    var values = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      values[i] = Math.sqrt(weights[i]) * (x[i] - centre);
    }
    return values;
  }
}
