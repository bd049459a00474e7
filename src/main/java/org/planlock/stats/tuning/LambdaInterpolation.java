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
   */
  double[][] of(double[][] own, DoubleVector wanted) {
    var interpolated = new double[wanted.size()][];
    for (int k = 0; k < interpolated.length; k++) {
      interpolated[k] = at(own, wanted.at(k));
    }
    return interpolated;
  }

  private double[] at(double[][] own, double lambda) {
    int last = lambdas.size() - 1;
    if (lambda >= lambdas.at(0)) {
      return own[0].clone();
    }
    if (lambda <= lambdas.at(last)) {
      return own[last].clone();
    }
    int right = 1;
    while (lambdas.at(right) > lambda) {
      right++;
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
