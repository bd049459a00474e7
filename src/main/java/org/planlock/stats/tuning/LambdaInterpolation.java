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
   * Writes the predictions at the wanted lambdas.
   *
   * @param own for each lambda of the sequence one prediction per row that was left out
   * @param wanted a decreasing sequence too
   * @param rows the numbers of those rows
   * @param target for each wanted lambda the predictions of all rows, of which these are set
   */
  void of(double[][] own, DoubleVector wanted, int[] rows, double[][] target) {
    int right = 0;
    for (int k = 0; k < target.length; k++) {
      double lambda = wanted.at(k);
      while (right < own.length && lambdas.at(right) > lambda) {
        right++;
      }
      var above = own[Math.max(right - 1, 0)];
      var below = own[Math.min(right, own.length - 1)];
      double share = share(right, lambda);
      for (int i = 0; i < rows.length; i++) {
        target[k][rows[i]] = share * above[i] + (1 - share) * below[i];
      }
    }
  }

  /** How much the fit above counts; the first whose lambda is not larger is that at right. */
  private double share(int right, double lambda) {
    if (right == 0 || right == lambdas.size()) {
      return 0;
    }
    return (lambda - lambdas.at(right)) / (lambdas.at(right - 1) - lambdas.at(right));
  }
}
