package org.planlock.stats.elasticnet;

/**
 * Follows the optimum of one penalised problem as lambda falls, by an active-set method: solve for
 * the coefficients in play with their signs held, stop where the first of them reaches 0 and drop
 * it, and once none does, let in the columns whose gradient exceeds their penalty. Source: Lee,
 * Battle, Raina, Ng 2007, Efficient sparse coding algorithms (feature-sign search), with the
 * degenerate exchange of a primal simplex where columns are linearly dependent.
 */
final class SupportSearch {
  /**
   * Rounds per lambda that may let in several columns at once; after them one, which cannot cycle.
   */
  private static final int BOLD_ROUNDS = 12;

  private static final double SMALLEST_CURVATURE = 1e-12;

  private final UnitSample sample;
  private final UnitPenalty penalty;
  private final Support support = new Support();
  private final CholeskySystem cholesky;
  private final KernelSystem kernel;
  private final double[] coefficients;
  private final double[] signs;
  private final double[] slopes;
  private final boolean[] inside;
  private final boolean[] barred;
  private final double[] residual;
  private final double[] gradient;
  private final double[] direction;
  private double curvature;
  private int rounds;

  SupportSearch(UnitSample sample, UnitPenalty penalty) {
    this.sample = sample;
    this.penalty = penalty;
    int count = sample.count();
    cholesky = new CholeskySystem(sample, penalty);
    kernel = new KernelSystem(sample, penalty);
    coefficients = new double[count];
    signs = new double[count];
    slopes = new double[count];
    inside = new boolean[count];
    barred = new boolean[count];
    residual = new double[sample.rows()];
    gradient = new double[count];
    direction = new double[count];
    refresh();
  }

  /** Largest lambda that matters to a search at all coefficients 0. */
  double entry() {
    return penalty.entry(gradient);
  }

  double coefficient(int j) {
    return coefficients[j];
  }

  /**
   * Goes to the optimum at this lambda from wherever the search is.
   *
   * @return how many linear systems it took
   */
  int advance(double lambda, double tolerance, int maxIterations) {
    setLevel(lambda);
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
    double worst = stationarity();
    for (int j = 0; j < gradient.length; j++) {
      if (!inside[j]) {
        worst = Math.max(worst, Math.abs(gradient[j]) - slopes[j]);
      }
    }
    return worst;
  }

  private void setLevel(double lambda) {
    curvature = penalty.curvature(lambda);
    rounds = 0;
    for (int j = 0; j < slopes.length; j++) {
      slopes[j] = penalty.slope(j, lambda);
      barred[j] = false;
      if (slopes[j] == 0 && !penalty.droppable(j) && !inside[j]) {
        enter(j);
      }
    }
  }

  /** One linear system; false if the support changed, so that another is due before judging. */
  private boolean step() {
    if (support.size() == 0) {
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
    refresh();
    return !dropped;
  }

  private boolean kernelSuits() {
    if (support.size() <= sample.rows()) {
      return false;
    }
    for (int a = 0; a < support.size(); a++) {
      if (!(curvature * penalty.square(support.at(a)) > SMALLEST_CURVATURE)) {
        return false;
      }
    }
    return true;
  }

  /** Derivative of the objective by the coefficient of a column in play. */
  private double imbalance(int j) {
    return slopes[j] * signs[j] + curvature * penalty.square(j) * coefficients[j] - gradient[j];
  }

  /** How far along the direction the first of the leading members reaches 0. */
  private double reach(int members) {
    double reach = Double.POSITIVE_INFINITY;
    for (int a = 0; a < members; a++) {
      reach = Math.min(reach, reachOf(a));
    }
    return reach;
  }

  private double reachOf(int position) {
    int j = support.at(position);
    double change = direction[position];
    if (slopes[j] == 0 || change * signs[j] > 0) {
      return Double.POSITIVE_INFINITY;
    }
    if (coefficients[j] == 0) {
      return 0;
    }
    return change == 0 ? Double.POSITIVE_INFINITY : -coefficients[j] / change;
  }

  /** Moves the leading members and drops those that reach 0; true if any did. */
  private boolean move(double length, int members) {
    boolean dropped = false;
    for (int a = members - 1; a >= 0; a--) {
      int j = support.at(a);
      if (reachOf(a) <= length) {
        leave(a);
        dropped = true;
      } else {
        coefficients[j] += length * direction[a];
      }
    }
    return dropped;
  }

  /**
   * A member that is a combination of those before it changes no prediction when they are moved
   * against it, so the penalty decides: move towards less of it until one of them reaches 0.
   */
  private void giveWay(int position) {
    int j = support.at(position);
    if (coefficients[j] == 0 && (rounds <= BOLD_ROUNDS || slopes[j] == 0)) {
      barred[j] = rounds > BOLD_ROUNDS || slopes[j] == 0;
      leave(position);
      return;
    }
    cholesky.combination(support, position, direction);
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
      length = coefficients[j] / -direction[position];
      barred[j] = true;
    } else if (length == 0 && reachOf(position) == 0) {
      barred[j] = true;
    }
    move(length, position + 1);
    if (barred[j] && inside[j]) {
      leave(position);
    }
    refresh();
  }

  /** Lets in columns whose gradient exceeds their penalty by more than the threshold. */
  private boolean admit(double threshold) {
    double worst = threshold;
    int worstColumn = -1;
    for (int j = 0; j < gradient.length; j++) {
      double excess = excess(j);
      if (excess > worst) {
        worst = excess;
        worstColumn = j;
      }
    }
    if (worstColumn < 0) {
      return false;
    }
    rounds++;
    if (rounds > BOLD_ROUNDS) {
      enter(worstColumn);
      return true;
    }
    double enough = Math.max(threshold, 0.3 * worst);
    for (int j = 0; j < gradient.length; j++) {
      if (excess(j) > enough || j == worstColumn) {
        enter(j);
      }
    }
    return true;
  }

  private double excess(int j) {
    return inside[j] || barred[j] ? 0 : Math.abs(gradient[j]) - slopes[j];
  }

  private double stationarity() {
    double worst = 0;
    for (int a = 0; a < support.size(); a++) {
      int j = support.at(a);
      worst = Math.max(worst, Math.abs(imbalance(j)));
    }
    return worst;
  }

  private void enter(int j) {
    inside[j] = true;
    signs[j] = Math.signum(gradient[j]);
    support.add(j);
  }

  private void leave(int position) {
    int j = support.at(position);
    coefficients[j] = 0;
    inside[j] = false;
    support.removeAt(position);
  }

  /** Residual and gradient from the coefficients themselves, so that no error accumulates. */
  private void refresh() {
    System.arraycopy(sample.outcome, 0, residual, 0, residual.length);
    for (int a = 0; a < support.size(); a++) {
      int j = support.at(a);
      double coefficient = coefficients[j];
      var column = sample.column(j).values();
      for (int i = 0; i < residual.length; i++) {
        residual[i] -= coefficient * column[i];
      }
    }
    sample.multiplyTransposed(residual, gradient);
  }
}
