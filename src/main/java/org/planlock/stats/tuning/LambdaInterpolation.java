package org.planlock.stats.tuning;

import org.planlock.stats.DoubleVector;

/**
 * Predictions between the strengths of a path: linear in lambda between neighbours, constant beyond
 * the ends. Predictions are linear in the coefficients, so this equals predicting from interpolated
 * coefficients. Source: R glmnet 4.1-6, {@code predict(fit, s = ...)}.
 */
final class LambdaInterpolation {
  private final DoubleVector lambdas;

  /** A decreasing sequence. */
  LambdaInterpolation(DoubleVector lambdas) {
    this.lambdas = lambdas;
  }

  /**
   * One row of predictions per wanted lambda.
   *
   * @param own one row of predictions per lambda of the sequence
   * @param wanted a decreasing sequence too
   */
  double[][] of(double[][] own, DoubleVector wanted) {
    var interpolated = new double[wanted.size()][];
    int right = 0;
    for (int k = 0; k < interpolated.length; k++) {
      double lambda = wanted.at(k);
      while (right < lambdas.size() && lambdas.at(right) > lambda) {
        right++;
      }
      interpolated[k] = between(own, right, lambda);
    }
    return interpolated;
  }

  /** Between the fits before {@code right} and at it, the first whose lambda is not larger. */
  private double[] between(double[][] own, int right, double lambda) {
    if (right == 0) {
      return own[0].clone();
    }
    if (right == own.length) {
      return own[right - 1].clone();
    }
    double above = lambdas.at(right - 1);
    double share = (lambda - lambdas.at(right)) / (above - lambdas.at(right));
    var mixed = new double[own[right].length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = share * own[right - 1][i] + (1 - share) * own[right][i];
    }
    return mixed;
  }
}
