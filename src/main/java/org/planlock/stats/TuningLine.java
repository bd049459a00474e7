package org.planlock.stats;

/**
 * One l1Ratio with its decreasing values of lambda.
 *
 * @param l1Ratio share of the absolute penalty, 0 to 1
 * @param lambdas penalty strengths, finite, 0 or more, never increasing
 */
public record TuningLine(double l1Ratio, DoubleVector lambdas) {
  public TuningLine {
    if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
      throw new IllegalArgumentException("l1Ratio outside 0 to 1: " + l1Ratio);
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
}
