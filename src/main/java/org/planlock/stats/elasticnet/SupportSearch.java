package org.planlock.stats.elasticnet;

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
  private final OutsideColumns outside;
  private final MembersInPlay inPlay;
  private final Support support;
  private final CholeskySystem cholesky;
  private final KernelSystem kernel;
  private final MemberProducts products;
  private double[] direction = new double[0];
  private double lambda;
  private int rounds;

  SupportSearch(UnitPenalty penalty, UnitLimits limits, OutsideColumns outside) {
    set = outside.set();
    this.penalty = penalty;
    inPlay = new MembersInPlay(set, penalty, limits);
    support = inPlay.support();
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
    lambda = to;
    rounds = 0;
    outside.enterUnpenalised();
    inPlay.setLambda(to);
    double strict = Math.max(1e-3 * tolerance, 1e-14);
    double last = Double.POSITIVE_INFINITY;
    for (int iteration = 1; iteration <= maxIterations; iteration++) {
      if (!step()) {
        continue;
      }
      double off = inPlay.stationarity();
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
      worst = Math.max(worst, inPlay.gap(t));
    }
    return worst;
  }

  /** One linear system; false if the support changed, so that another is due before judging. */
  private boolean step() {
    if (support.size() == 0) {
      products.refreshMembers();
      return true;
    }
    if (direction.length < support.size()) {
      direction = new double[2 * support.size()];
    }
    var system = kernelSuits() ? kernel : cholesky;
    int dependent = system.prepare(support, inPlay.curvature());
    if (dependent >= 0) {
      giveWay(dependent);
      return false;
    }
    for (int a = 0; a < support.size(); a++) {
      direction[a] = -inPlay.imbalance(support.at(a));
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
      if (!(penalty.bend(set.columnAt(support.at(a)), inPlay.curvature()) > SMALLEST_CURVATURE)) {
        return false;
      }
    }
    return true;
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
      return inPlay.slope(t) != 0 && set.coefficients[t] == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    double end = inPlay.endOf(t, change);
    return Double.isInfinite(end) ? Double.POSITIVE_INFINITY : (end - set.coefficients[t]) / change;
  }

  /** Moves the leading positions and takes out of play those that have to stop; true if any did. */
  private boolean move(double length, int positions) {
    boolean stopped = false;
    for (int a = positions - 1; a >= 0; a--) {
      int t = support.at(a);
      if (reachOf(a) <= length) {
        set.coefficients[t] = direction[a] == 0 ? 0 : inPlay.endOf(t, direction[a]);
        inPlay.leave(a);
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
    if (set.coefficients[t] == 0 && (rounds <= BOLD_ROUNDS || inPlay.slope(t) == 0)) {
      if (rounds > BOLD_ROUNDS || inPlay.slope(t) == 0) {
        inPlay.bar(t);
      }
      inPlay.leave(position);
      return;
    }
    cholesky.combination(position, direction);
    direction[position] = -1;
    double slope = 0;
    for (int a = 0; a <= position; a++) {
      slope += inPlay.imbalance(support.at(a)) * direction[a];
    }
    if (slope > 0) {
      for (int a = 0; a <= position; a++) {
        direction[a] = -direction[a];
      }
    }
    double length = reach(position + 1);
    if (length == Double.POSITIVE_INFINITY) {
      length = set.coefficients[t] / -direction[position];
      inPlay.bar(t);
    } else if (length == 0 && reachOf(position) == 0) {
      inPlay.bar(t);
    }
    move(length, position + 1);
    if (inPlay.isBarred(t) && inPlay.contains(t)) {
      set.coefficients[t] = 0;
      inPlay.leave(position);
    }
    products.refreshMembers();
  }

  /** Lets in columns whose gradient exceeds their penalty by more than the threshold. */
  private boolean admit(double threshold) {
    outside.look(lambda, threshold);
    inPlay.welcome();
    double worst = threshold;
    int worstMember = -1;
    for (int t = 0; t < set.members(); t++) {
      double excess = inPlay.excess(t);
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
      inPlay.enter(worstMember);
      return true;
    }
    double enough = Math.max(threshold, OutsideColumns.SHARE_OF_WORST * worst);
    for (int t = 0; t < set.members(); t++) {
      if (inPlay.excess(t) > enough || t == worstMember) {
        inPlay.enter(t);
      }
    }
    return true;
  }
}
