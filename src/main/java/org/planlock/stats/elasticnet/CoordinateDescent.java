package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * glmnet's passes over a working set, each coefficient set in turn to its best value with the
 * others held: c = S(x'r + c, level * absolute) / (1 + curvature * square), S the soft threshold.
 * Source: Friedman, Hastie, Tibshirani 2010, J Stat Softw 33(1), eq. 5, order of visits as in R
 * glmnet 4.1-6 (members by entry, all columns by their number). Four coefficients are set from
 * their own products first, then carried into all products at once: the same iterates, in a form
 * that is quick (ADR 0004).
 */
final class CoordinateDescent {
  private final WorkingSet set;
  private final UnitPenalty penalty;
  private final UnitLimits limits;
  private double[] slopes = new double[0];
  private double[] inverses = new double[0];
  private double lambda;
  private double curvature;
  private double largest;
  private double explained;

  CoordinateDescent(WorkingSet set, UnitPenalty penalty, UnitLimits limits) {
    this.set = set;
    this.penalty = penalty;
    this.limits = limits;
  }

  /** Share of the outcome's sum of squares that the passes have explained, summed up by them. */
  double explained() {
    return explained;
  }

  /** Takes another penalty strength; coefficients stay. */
  void setLambda(double to) {
    lambda = to;
    curvature = penalty.curvature(to);
    for (int t = 0; t < set.members(); t++) {
      setMember(t);
    }
  }

  /**
   * One pass over the members; products of candidates are left as they were.
   *
   * @return largest mean square by which fitted values changed
   */
  double passMembers() {
    largest = 0;
    int members = set.members();
    int t = 0;
    for (; t + 3 < members; t += 4) {
      passFour(t, members);
    }
    for (; t < members; t++) {
      double change = change(t, set.gradient[t]);
      if (change != 0) {
        RowKernels.subtract(set.gradient, change, set.rows[t], 0, members);
      }
    }
    return largest;
  }

  private void passFour(int t, int members) {
    var g = set.gradient;
    var r0 = set.rows[t];
    var r1 = set.rows[t + 1];
    var r2 = set.rows[t + 2];
    var r3 = set.rows[t + 3];
    double d0 = change(t, g[t]);
    double d1 = change(t + 1, g[t + 1] - d0 * r0[t + 1]);
    double d2 = change(t + 2, g[t + 2] - d0 * r0[t + 2] - d1 * r1[t + 2]);
    double d3 = change(t + 3, g[t + 3] - d0 * r0[t + 3] - d1 * r1[t + 3] - d2 * r2[t + 3]);
    if (d0 != 0 || d1 != 0 || d2 != 0 || d3 != 0) {
      RowKernels.subtract(g, d0, r0, d1, r1, d2, r2, d3, r3, 0, members);
    }
  }

  /**
   * One pass over columns in ascending order, in which candidates may become members.
   *
   * @param columns the columns to visit, all in the working set
   * @return largest mean square by which fitted values changed
   */
  double passAll(int[] columns, int count) {
    largest = 0;
    var pending = new Pending(set);
    for (int k = 0; k < count; k++) {
      int position = set.positionOf(columns[k]);
      double product = pending.product(position);
      if (position >= set.members()) {
        if (!(Math.abs(product) > penalty.slope(columns[k], lambda))
            || limits.clamp(columns[k], product) == 0) {
          continue;
        }
        position = enter(position);
      }
      double change = change(position, product);
      if (change != 0) {
        pending.add(position, change);
      }
    }
    pending.flush();
    return largest;
  }

  private int enter(int position) {
    set.admit(position);
    setMember(set.members() - 1);
    return set.members() - 1;
  }

  private void setMember(int t) {
    if (t >= slopes.length) {
      slopes = Arrays.copyOf(slopes, Math.max(64, 2 * t));
      inverses = Arrays.copyOf(inverses, Math.max(64, 2 * t));
    }
    int column = set.columnAt(t);
    slopes[t] = penalty.slope(column, lambda);
    inverses[t] = 1 / (1 + curvature * penalty.square(column));
  }

  private double change(int t, double product) {
    double old = set.coefficients[t];
    double free = product + old;
    double beyond = Math.abs(free) - slopes[t];
    double value = beyond > 0 ? (free > 0 ? beyond : -beyond) * inverses[t] : 0;
    if (!limits.none()) {
      value = limits.clamp(set.columnAt(t), value);
    }
    double change = value - old;
    if (change != 0) {
      set.coefficients[t] = value;
      largest = Math.max(largest, change * change);
      explained += change * (2 * product - change);
    }
    return change;
  }
}
