package org.planlock.stats.elasticnet;

import org.planlock.stats.DoubleVector;

/**
 * One l1Ratio with its decreasing values of lambda.
 *
 * @param l1Ratio share of the absolute penalty, 0 to 1
 * @param gamma 1 for the penalised fits themselves; below 1 a relaxed fit, which is gamma times the
 *     penalised one plus (1 - gamma) times the unpenalised fit of the terms that it retains
 * @param lambdas penalty strengths, finite, 0 or more, never increasing
 */
public record TuningLine(double l1Ratio, double gamma, DoubleVector lambdas) {
  public TuningLine {
    if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
      throw new IllegalArgumentException("l1Ratio outside 0 to 1: " + l1Ratio);
    }
    if (!(gamma >= 0 && gamma <= 1)) {
      throw new IllegalArgumentException("gamma outside 0 to 1: " + gamma);
    }
    if (lambdas.size() == 0) {
      throw new IllegalArgumentException("no value of lambda for l1Ratio " + l1Ratio);
    }
    for (int k = 0; k < lambdas.size(); k++) {
      double lambda = lambdas.at(k);
      if (!(lambda >= 0) || Double.isInfinite(lambda)) {
        throw new IllegalArgumentException("lambda is not a finite number from 0: " + lambda);
      }
      if (k > 0 && lambda > lambdas.at(k - 1)) {
        throw new IllegalArgumentException("lambda increases at position " + k);
      }
    }
  }

  /** A line of penalised fits. */
  public TuningLine(double l1Ratio, DoubleVector lambdas) {
    this(l1Ratio, 1, lambdas);
  }
}
