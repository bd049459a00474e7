package org.planlock.stats.elasticnet;

/**
 * How far a coefficient is from the optimality conditions (Karush, Kuhn, Tucker): the distance of
 * its pull, minus the derivative of the smooth part of the objective, from the slopes that the
 * absolute penalty and the limits allow.
 */
final class OptimalityGap {
  private OptimalityGap() {}

  /** The gap at coefficient c, 0 or more. */
  static double of(double c, double pull, double slope, UnitLimits limits, int column) {
    double up = c >= 0 ? pull - slope : pull + slope;
    double down = c > 0 ? slope - pull : -slope - pull;
    double gap = 0;
    if (c < limits.upper(column)) {
      gap = Math.max(gap, up);
    }
    if (c > limits.lower(column)) {
      gap = Math.max(gap, down);
    }
    return gap;
  }
}
