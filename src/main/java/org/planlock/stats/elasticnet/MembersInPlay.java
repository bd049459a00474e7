package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * The members of a working set whose coefficients may move, each with the sign that it is held to,
 * and what the optimality conditions say of all members at the lambda in force.
 */
final class MembersInPlay {
  private final WorkingSet set;
  private final UnitPenalty penalty;
  private final UnitLimits limits;
  private final Support support = new Support();
  private double[] signs = new double[0];
  private double[] slopes = new double[0];
  private boolean[] inside = new boolean[0];
  private boolean[] barred = new boolean[0];
  private double curvature;
  private double lambda;
  private int known;

  MembersInPlay(WorkingSet set, UnitPenalty penalty, UnitLimits limits) {
    this.set = set;
    this.penalty = penalty;
    this.limits = limits;
  }

  Support support() {
    return support;
  }

  double curvature() {
    return curvature;
  }

  /** Takes another lambda: bars are lifted, and what no penalty holds at 0 comes into play. */
  void setLambda(double to) {
    lambda = to;
    curvature = penalty.curvature(to);
    welcome();
    for (int t = 0; t < set.members(); t++) {
      slopes[t] = penalty.slope(set.columnAt(t), to);
      barred[t] = false;
      if (slopes[t] == 0 && !penalty.droppable(set.columnAt(t)) && !inside[t]) {
        enter(t);
      }
    }
  }

  /** Takes note of columns that have become members since the last time. */
  void welcome() {
    int capacity = set.members();
    if (slopes.length < capacity) {
      capacity = Math.max(capacity, 2 * slopes.length);
      signs = Arrays.copyOf(signs, capacity);
      slopes = Arrays.copyOf(slopes, capacity);
      inside = Arrays.copyOf(inside, capacity);
      barred = Arrays.copyOf(barred, capacity);
    }
    for (; known < set.members(); known++) {
      slopes[known] = penalty.slope(set.columnAt(known), lambda);
    }
  }

  void enter(int t) {
    inside[t] = true;
    double c = set.coefficients[t];
    signs[t] = Math.signum(c != 0 ? c : set.gradient[t]);
    support.add(t);
  }

  void leave(int position) {
    inside[support.at(position)] = false;
    support.removeAt(position);
  }

  boolean contains(int t) {
    return inside[t];
  }

  /** Keeps a member out of play until lambda changes. */
  void bar(int t) {
    barred[t] = true;
  }

  boolean isBarred(int t) {
    return barred[t];
  }

  /** Slope of the absolute penalty of a member. */
  double slope(int t) {
    return slopes[t];
  }

  /** Derivative of the objective by the coefficient of a member in play. */
  double imbalance(int t) {
    return slopes[t] * signs[t] - pull(t);
  }

  /** Violation of the optimality conditions by a member. */
  double gap(int t) {
    return OptimalityGap.of(set.coefficients[t], pull(t), slopes[t], limits, set.columnAt(t));
  }

  /** Violation by a member that might come into play; 0 for others. */
  double excess(int t) {
    return inside[t] || barred[t] ? 0 : gap(t);
  }

  /** Largest derivative of the objective by a coefficient in play. */
  double stationarity() {
    double worst = 0;
    for (int a = 0; a < support.size(); a++) {
      worst = Math.max(worst, Math.abs(imbalance(support.at(a))));
    }
    return worst;
  }

  /** Where a member in play that moves in this direction has to stop: at 0, or at its limit. */
  double endOf(int t, double change) {
    boolean towardsZero = slopes[t] != 0 && change * signs[t] <= 0;
    if (towardsZero) {
      return 0;
    }
    return change > 0 ? limits.upper(set.columnAt(t)) : limits.lower(set.columnAt(t));
  }

  private double pull(int t) {
    return set.gradient[t] - penalty.bend(set.columnAt(t), curvature) * set.coefficients[t];
  }
}
