package org.planlock.stats.elasticnet;

/** The limits of coefficients at the unit scale of a problem. */
final class UnitLimits {
  private final boolean none;
  private final double[] lower;
  private final double[] upper;

  UnitLimits(UnitProblem problem, CoefficientLimits limits) {
    limits.requireFor(problem.given());
    none = limits.isNone();
    int count = none ? 0 : problem.count();
    lower = new double[count];
    upper = new double[count];
    for (int j = 0; j < count; j++) {
      double unit = problem.units().unit(j);
      lower[j] = limits.lower(problem.index(j)) / unit;
      upper[j] = limits.upper(problem.index(j)) / unit;
    }
  }

  /** Whether no coefficient is held back. */
  boolean none() {
    return none;
  }

  /** The nearest allowed value of a column's coefficient. */
  double clamp(int column, double coefficient) {
    return none ? coefficient : Math.max(lower[column], Math.min(upper[column], coefficient));
  }

  double lower(int column) {
    return none ? Double.NEGATIVE_INFINITY : lower[column];
  }

  double upper(int column) {
    return none ? Double.POSITIVE_INFINITY : upper[column];
  }
}
