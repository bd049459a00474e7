package org.planlock.stats.elasticnet;

import java.util.Arrays;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.SparseVector;

/**
 * One fitted elastic net.
 *
 * @param l1Ratio share of the absolute penalty, 0 (ridge) to 1 (lasso)
 * @param lambda penalty strength, in the outcome's units times the penalised columns' units
 * @param intercept in the outcome's units, or in logits of a binomial outcome; 0 when none was
 *     fitted
 * @param coefficients one per column given, in outcome units (or logits) per column unit; dropped
 *     columns are exactly 0
 * @param kktViolation largest violation of the optimality conditions, with columns and outcome at
 *     unit 1/n standard deviation, or at unit root mean square when no intercept was fitted; a
 *     binomial outcome keeps its own scale
 * @param iterations what was done for this lambda since the previous one: linear systems solved, or
 *     glmnet's passes
 * @param status how the fit ended
 */
public record ElasticNetFit(
    double l1Ratio,
    double lambda,
    double intercept,
    SparseVector coefficients,
    double kktViolation,
    int iterations,
    FitStatus status) {

  /** Whether the fit ended as its way to the minimum prescribes; true for a constant outcome. */
  public boolean converged() {
    return status != FitStatus.NOT_CONVERGED;
  }

  /** How many coefficients differ from 0. */
  public int nonzero() {
    return coefficients.nonzero();
  }

  /** The same fit under another lambda. */
  ElasticNetFit labelled(double other) {
    return new ElasticNetFit(
        l1Ratio, other, intercept, coefficients, kktViolation, iterations, status);
  }

  /** Intercept + columns times coefficients, one value per row; logits for a binomial outcome. */
  public DoubleVector predict(Columns predictors) {
    return DoubleVector.of(predicted(predictors));
  }

  /** The same as an array of its own. */
  public double[] predicted(Columns predictors) {
    if (predictors.count() != coefficients.size()) {
      throw new IllegalArgumentException(
          predictors.count() + " columns for " + coefficients.size() + " coefficients");
    }
    var predicted = new double[predictors.rows()];
    Arrays.fill(predicted, intercept);
    for (int k = 0; k < coefficients.nonzero(); k++) {
      int column = coefficients.place(k);
      double coefficient = coefficients.value(k);
      for (int i = 0; i < predicted.length; i++) {
        predicted[i] += coefficient * predictors.at(i, column);
      }
    }
    return predicted;
  }
}
