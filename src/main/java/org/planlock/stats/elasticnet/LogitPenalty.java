package org.planlock.stats.elasticnet;

/**
 * The penalty of a logistic fit at scale, lambda * sum f (r |b| + (1 - r) b^2 / 2), its limits, and
 * how far from the optimum a fit is.
 */
final class LogitPenalty {
  private final BinomialSample sample;
  private final double l1Ratio;
  private double lambda;

  LogitPenalty(BinomialSample sample, double l1Ratio) {
    this.sample = sample;
    this.l1Ratio = l1Ratio;
  }

  /** The same at another strength. */
  void strength(double to) {
    lambda = to;
  }

  /** Slope of the absolute part of column j. */
  double slope(int j) {
    return l1Ratio == 0 ? 0 : lambda * l1Ratio * sample.factor(j);
  }

  /** Curvature of the squared part of column j. */
  double curvature(int j) {
    return l1Ratio == 1 ? 0 : lambda * (1 - l1Ratio) * sample.factor(j);
  }

  /** What these coefficients cost. */
  double of(double[] coefficients) {
    double sum = 0;
    for (int j = 0; j < coefficients.length; j++) {
      double b = coefficients[j];
      sum += b == 0 ? 0 : slope(j) * Math.abs(b) + curvature(j) * b * b / 2;
    }
    return sum;
  }

  /**
   * How far the descent of the loss along column j is from balancing the penalty; 0 where a limit
   * holds the coefficient back.
   */
  double imbalance(int j, double coefficient, double descent) {
    double pull = descent - curvature(j) * coefficient;
    double up = pull - (coefficient < 0 ? -slope(j) : slope(j));
    double down = -pull - (coefficient > 0 ? -slope(j) : slope(j));
    double worst = 0;
    if (coefficient < sample.upper(j)) {
      worst = Math.max(worst, up);
    }
    if (coefficient > sample.lower(j)) {
      worst = Math.max(worst, down);
    }
    return worst;
  }

  /**
   * Largest violation of the optimality conditions, columns at unit size.
   *
   * @param descents descent of the loss along every column
   */
  double violation(Logits logits, double[] coefficients, double[] descents) {
    double worst = 0;
    if (sample.intercept) {
      for (double part : logits.residual) {
        worst += part;
      }
      worst = Math.abs(worst);
    }
    for (int j = 0; j < coefficients.length; j++) {
      worst = Math.max(worst, imbalance(j, coefficients[j], descents[j]) / sample.unit(j));
    }
    return worst;
  }
}
