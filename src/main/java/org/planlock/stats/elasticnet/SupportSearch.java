package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * Follows the optimum of one penalised problem as lambda falls, by an active-set method: solve for
 * the coefficients in play with their signs held, stop where the first of them reaches 0 or a limit
 * and take it out of play, and once none does, let in the columns whose gradient exceeds their
 * penalty. Source: Lee, Battle, Raina, Ng 2007, Efficient sparse coding algorithms (feature-sign
 * search), with the degenerate exchange of a primal simplex where columns are linearly dependent.
 */
final class SupportSearch {
  /**
   * Rounds per lambda that may let in several columns at once; after them one, which cannot cycle.
   */
  private static final int BOLD_ROUNDS = 12;

  private static final double SMALLEST_CURVATURE = 1e-12;

  private final WorkingSet set;
  private final UnitPenalty penalty;
  private final UnitLimits limits;
  private final OutsideColumns outside;
  private final Support support = new Support();
  private final CholeskySystem cholesky;
  private final KernelSystem kernel;
  private final MemberProducts products;
  private double[] signs = new double[0];
  private double[] slopes = new double[0];
  private boolean[] inside = new boolean[0];
  private boolean[] barred = new boolean[0];
  private double[] direction = new double[0];
  private double curvature;
  private double lambda;
  private int rounds;
  private int known;

  SupportSearch(UnitPenalty penalty, UnitLimits limits, OutsideColumns outside) {
    set = outside.set();
    this.penalty = penalty;
    this.limits = limits;
    this.outside = outside;
    cholesky = new CholeskySystem(set, penalty);
    kernel = new KernelSystem(set, penalty);
    products = outside.products();
  }

  /**
   * Goes to the optimum at this lambda from wherever the search is.
   *
   * @return how many linear systems it took
   */
  int advance(double to, double tolerance, int maxIterations) {
    setLevel(to);
    double strict = Math.max(1e-3 * tolerance, 1e-14);
    double last = Double.POSITIVE_INFINITY;
    for (int iteration = 1; iteration <= maxIterations; iteration++) {
      if (!step()) {
        continue;
      }
      double off = stationarity();
      if (off > strict && off < 0.5 * last) {
        last = off;
        continue;
      }
      last = Double.POSITIVE_INFINITY;
      if (!admit(Math.max(strict, 4 * off))) {
        return iteration;
      }
    }
    return maxIterations;
  }

  /** Largest violation of the optimality conditions, columns and outcome at unit size. */
  double violation() {
    double worst = outside.worst();
    for (int t = 0; t < set.members(); t++) {
      worst = Math.max(worst, gap(t));
    }
    return worst;
  }

  private void setLevel(double to) {
    lambda = to;
    curvature = penalty.curvature(to);
    rounds = 0;
    outside.enterUnpenalised();
    welcome();
    for (int t = 0; t < set.members(); t++) {
      slopes[t] = penalty.slope(set.columnAt(t), to);
      barred[t] = false;
      if (slopes[t] == 0 && !penalty.droppable(set.columnAt(t)) && !inside[t]) {
        enter(t);
      }
    }
  }

  /** One linear system; false if the support changed, so that another is due before judging. */
  private boolean step() {
    if (support.size() == 0) {
      products.refreshMembers();
      return true;
    }
    var system = kernelSuits() ? kernel : cholesky;
    int dependent = system.prepare(support, curvature);
    if (dependent >= 0) {
      giveWay(dependent);
      return false;
    }
    for (int a = 0; a < support.size(); a++) {
      direction[a] = -imbalance(support.at(a));
    }
    system.solve(support, direction);
    double length = Math.min(1, reach(support.size()));
    boolean dropped = move(length, support.size());
    products.refreshMembers();
    return !dropped;
  }

  private boolean kernelSuits() {
    if (support.size() <= set.problem().rows()) {
      return false;
    }
    for (int a = 0; a < support.size(); a++) {
      if (!(penalty.bend(set.columnAt(support.at(a)), curvature) > SMALLEST_CURVATURE)) {
        return false;
      }
    }
    return true;
  }

  /** Derivative of the objective by the coefficient of a member. */
  private double imbalance(int t) {
    return slopes[t] * signs[t] - pull(t);
  }

  private double pull(int t) {
    return set.gradient[t] - penalty.bend(set.columnAt(t), curvature) * set.coefficients[t];
  }

  private double gap(int t) {
    return OptimalityGap.of(set.coefficients[t], pull(t), slopes[t], limits, set.columnAt(t));
  }

  /** How far along the direction the first of the leading positions has to stop. */
  private double reach(int positions) {
    double reach = Double.POSITIVE_INFINITY;
    for (int a = 0; a < positions; a++) {
      reach = Math.min(reach, reachOf(a));
    }
    return reach;
  }

  private double reachOf(int position) {
    int t = support.at(position);
    double change = direction[position];
    if (change == 0) {
      return slopes[t] != 0 && set.coefficients[t] == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    double end = endOf(t, change);
    return Double.isInfinite(end) ? Double.POSITIVE_INFINITY : (end - set.coefficients[t]) / change;
  }

  /** Where a member that moves in this direction has to stop: at 0, or at its limit. */
  private double endOf(int t, double change) {
    boolean towardsZero = slopes[t] != 0 && change * signs[t] <= 0;
    if (towardsZero) {
      return 0;
    }
    return change > 0 ? limits.upper(set.columnAt(t)) : limits.lower(set.columnAt(t));
  }

  /** Moves the leading positions and takes out of play those that have to stop; true if any did. */
  private boolean move(double length, int positions) {
    boolean stopped = false;
    for (int a = positions - 1; a >= 0; a--) {
      int t = support.at(a);
      if (reachOf(a) <= length) {
        set.coefficients[t] = direction[a] == 0 ? 0 : endOf(t, direction[a]);
        leave(a);
        stopped = true;
      } else {
        set.coefficients[t] += length * direction[a];
      }
    }
    return stopped;
  }

  /**
   * A member that is a combination of those before it changes no prediction when they are moved
   * against it, so the penalty decides: move towards less of it until one of them has to stop.
   */
  private void giveWay(int position) {
    int t = support.at(position);
    if (set.coefficients[t] == 0 && (rounds <= BOLD_ROUNDS || slopes[t] == 0)) {
      barred[t] = rounds > BOLD_ROUNDS || slopes[t] == 0;
      leave(position);
      return;
    }
    cholesky.combination(position, direction);
    direction[position] = -1;
    double slope = 0;
    for (int a = 0; a <= position; a++) {
      slope += imbalance(support.at(a)) * direction[a];
    }
    if (slope > 0) {
      for (int a = 0; a <= position; a++) {
        direction[a] = -direction[a];
      }
    }
    double length = reach(position + 1);
    if (length == Double.POSITIVE_INFINITY) {
      length = set.coefficients[t] / -direction[position];
      barred[t] = true;
    } else if (length == 0 && reachOf(position) == 0) {
      barred[t] = true;
    }
    move(length, position + 1);
    if (barred[t] && inside[t]) {
      set.coefficients[t] = 0;
      leave(position);
    }
    products.refreshMembers();
  }

  /** Lets in columns whose gradient exceeds their penalty by more than the threshold. */
  private boolean admit(double threshold) {
    outside.look(lambda, threshold);
    welcome();
    double worst = threshold;
    int worstMember = -1;
    for (int t = 0; t < set.members(); t++) {
      double excess = excess(t);
      if (excess > worst) {
        worst = excess;
        worstMember = t;
      }
    }
    if (worstMember < 0) {
      return false;
    }
    rounds++;
    if (rounds > BOLD_ROUNDS) {
      enter(worstMember);
      return true;
    }
    double enough = Math.max(threshold, OutsideColumns.SHARE_OF_WORST * worst);
    for (int t = 0; t < set.members(); t++) {
      if (excess(t) > enough || t == worstMember) {
        enter(t);
      }
    }
    return true;
  }

  private double excess(int t) {
    return inside[t] || barred[t] ? 0 : gap(t);
  }

  private double stationarity() {
    double worst = 0;
    for (int a = 0; a < support.size(); a++) {
      worst = Math.max(worst, Math.abs(imbalance(support.at(a))));
    }
    return worst;
  }

  private void enter(int t) {
    inside[t] = true;
    double c = set.coefficients[t];
    signs[t] = Math.signum(c != 0 ? c : set.gradient[t]);
    support.add(t);
    if (direction.length < support.size()) {
      direction = new double[2 * support.size()];
    }
  }

  private void leave(int position) {
    inside[support.at(position)] = false;
    support.removeAt(position);
  }

  /** Takes note of columns that have become members since the last time. */
  private void welcome() {
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
}
