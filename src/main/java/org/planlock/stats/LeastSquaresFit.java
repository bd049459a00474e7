package org.planlock.stats;

/**
 * An ordinary least squares fit.
 *
 * @param intercept in outcome units; 0 when none was fitted
 * @param coefficients one per column, in outcome units per column unit
 * @param fitted one value per row
 * @param residuals outcome less fitted, one per row
 * @param rss sum of squared residuals
 * @param residualDf rows less estimated coefficients, the intercept included
 */
public record LeastSquaresFit(
    double intercept,
    DoubleVector coefficients,
    DoubleVector fitted,
    DoubleVector residuals,
    double rss,
    int residualDf)
    implements LeastSquares {

  /** Intercept + columns times coefficients, one value per row. */
  public DoubleVector predict(Columns predictors) {
    var predicted = new double[predictors.rows()];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = intercept;
      for (int j = 0; j < coefficients.size(); j++) {
        predicted[i] += coefficients.at(j) * predictors.at(i, j);
      }
    }
    return DoubleVector.owning(predicted);
  }
}
