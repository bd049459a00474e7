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
  private final boolean limited;
  private final Pending pending;
  private final double[] slopeOf;
  private double[] slopes = new double[0];
  private double[] inverses = new double[0];
  private double curvature;
  private double largest;

  CoordinateDescent(WorkingSet set, UnitPenalty penalty, UnitLimits limits) {
    this.set = set;
    this.penalty = penalty;
    this.limits = limits;
    limited = !limits.none();
    pending = new Pending(set);
    slopeOf = new double[set.problem().count()];
  }

  /** Share of the outcome's sum of squares that is explained: c'(X'v + X'r). */
  double explained() {
    var moments = set.problem().moments();
    double sum = 0;
    for (int t = 0; t < set.members(); t++) {
      sum += set.coefficients[t] * (moments[set.columnAt(t)] + set.gradient[t]);
    }
    return sum;
  }

  /** Takes another penalty strength; coefficients stay. */
  void setLambda(double lambda) {
    curvature = penalty.curvature(lambda);
    penalty.slopes(lambda, slopeOf);
    for (int t = 0; t < set.members(); t++) {
      setMember(t);
    }
  }

  /** Slope of the absolute penalty of a column at the lambda in force. */
  double slope(int column) {
    return slopeOf[column];
  }

  /**
   * One pass over the members; products of candidates are left as they were.
   *
   * @return largest mean square by which fitted values changed
   */
  double passMembers() {
    largest = 0;
    var rows = set.rows;
    var products = set.gradient;
    int members = set.members();
    int t = 0;
    for (; t + 3 < members; t += 4) {
      passFour(products, rows, t, members);
    }
    for (; t < members; t++) {
      double product = products[t];
      double change = move(t, product);
      if (change != 0) {
        largest = Math.max(largest, change * change);
        RowKernels.subtract(products, change, rows[t], 0, members);
      }
    }
    return largest;
  }

  private void passFour(double[] g, double[][] rows, int t, int members) {
    var r0 = rows[t];
    var r1 = rows[t + 1];
    var r2 = rows[t + 2];
    var r3 = rows[t + 3];
    double g0 = g[t];
    double d0 = move(t, g0);
    double g1 = Math.fma(-d0, r0[t + 1], g[t + 1]);
    double d1 = move(t + 1, g1);
    double g2 = Math.fma(-d1, r1[t + 2], Math.fma(-d0, r0[t + 2], g[t + 2]));
    double d2 = move(t + 2, g2);
    double two = Math.fma(-d1, r1[t + 3], Math.fma(-d0, r0[t + 3], g[t + 3]));
    double g3 = Math.fma(-d2, r2[t + 3], two);
    double d3 = move(t + 3, g3);
    if (d0 != 0 || d1 != 0 || d2 != 0 || d3 != 0) {
      double most = Math.max(Math.max(d0 * d0, d1 * d1), Math.max(d2 * d2, d3 * d3));
      largest = Math.max(largest, most);
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
    for (int k = 0; k < count; k++) {
      int column = columns[k];
      int position = set.positionOf(column);
      if (position < set.members()) {
        changeBy(position, pending.product(position));
      } else if (pending.mayExceed(position, slopeOf[column])) {
        visitCandidate(column, position);
      }
    }
    pending.flush();
    return largest;
  }

  private void visitCandidate(int column, int position) {
    double product = pending.product(position);
    if (Math.abs(product) > slopeOf[column] && (!limited || limits.clamp(column, product) != 0)) {
      set.admit(position);
      setMember(set.members() - 1);
      changeBy(set.members() - 1, product);
    }
  }

  private void changeBy(int position, double product) {
    double change = move(position, product);
    if (change != 0) {
      largest = Math.max(largest, change * change);
      pending.add(position, change);
    }
  }

  private void setMember(int t) {
    if (t >= slopes.length) {
      slopes = Arrays.copyOf(slopes, Math.max(64, 2 * t));
      inverses = Arrays.copyOf(inverses, Math.max(64, 2 * t));
    }
    int column = set.columnAt(t);
    slopes[t] = slopeOf[column];
    inverses[t] = 1 / (1 + penalty.bend(column, curvature));
  }

  /**
   * Sets a member's coefficient and says by how much it changed. The product comes in last, one
   * multiplication and one addition before the result, because the next member waits for it.
   */
  private double move(int t, double product) {
    var coefficients = set.coefficients;
    double old = coefficients[t];
    double slope = slopes[t];
    double inverse = inverses[t];
    double free = product + old;
    double change;
    if (free > slope) {
      change = Math.fma(product, inverse, (old - slope) * inverse - old);
    } else if (free < -slope) {
      change = Math.fma(product, inverse, (old + slope) * inverse - old);
    } else {
      change = -old;
    }
    if (limited) {
      change = limits.clamp(set.columnAt(t), old + change) - old;
    }
    coefficients[t] = old + change;
    return change;
  }
}
