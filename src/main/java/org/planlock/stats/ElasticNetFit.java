package org.planlock.stats;

import java.util.Arrays;

/**
 * One fitted elastic net.
 *
 * @param l1Ratio share of the absolute penalty, 0 (ridge) to 1 (lasso)
 * @param lambda penalty strength, in the outcome's units times the penalised columns' units
 * @param intercept in the outcome's units; 0 when none was fitted
 * @param coefficients one per column given, in outcome units per column unit; dropped columns are
 *     exactly 0
 * @param kktViolation largest violation of the optimality conditions, with columns and outcome at
 *     unit 1/n standard deviation, or at unit root mean square when no intercept was fitted
 * @param iterations linear systems solved for this lambda, with those between the previous one and
 *     it
 * @param status how the fit ended
 */
public record ElasticNetFit(
    double l1Ratio,
    double lambda,
    double intercept,
    DoubleVector coefficients,
    double kktViolation,
    int iterations,
    FitStatus status) {

  /** Whether the fit is the optimum within the tolerance; true for a constant outcome. */
  public boolean converged() {
    return status != FitStatus.NOT_CONVERGED;
  }

  /** How many coefficients differ from 0. */
  public int nonzero() {
    int count = 0;
    for (int j = 0; j < coefficients.size(); j++) {
      if (coefficients.at(j) != 0) {
        count++;
      }
    }
    return count;
  }

  /** Intercept + columns times coefficients, one value per row. */
  public DoubleVector predict(Columns predictors) {
    if (predictors.count() != coefficients.size()) {
      throw new IllegalArgumentException(
          predictors.count() + " columns for " + coefficients.size() + " coefficients");
    }
    var predicted = new double[predictors.rows()];
    Arrays.fill(predicted, intercept);
    for (int j = 0; j < coefficients.size(); j++) {
      double coefficient = coefficients.at(j);
      if (coefficient != 0) {
        var column = predictors.shared(j);
        for (int i = 0; i < predicted.length; i++) {
          predicted[i] += coefficient * column[i];
        }
      }
    }
    return DoubleVector.owning(predicted);
  }
}
