package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * The penalised quadratic problem that a logistic fit looks like from where it stands: 1/2 |e - A
 * d|^2 + penalty(b + d), A the columns centred by the curvatures and times their roots, so that the
 * intercept has taken itself out. Solved by passes of coordinate descent, which find the signs, and
 * by linear systems, which solve for the coefficients that are free.
 */
final class LocalProblem {
  private static final int MOST_ROUNDS = 200;

  private final BinomialSample sample;
  private final LogitPenalty penalty;
  private final Kinks kinks;
  private final int[] members;
  private final double[][] columns;
  private final double[] means;
  private final double[] squares;
  private final double[] rest;
  private final double[] steps;
  private final boolean[] barred;
  private final double constantAlone;
  private int systems;

  LocalProblem(BinomialSample sample, LogitPenalty penalty, Logits logits, boolean[] working) {
    this.sample = sample;
    this.penalty = penalty;
    kinks = new Kinks(sample, penalty);
    members = members(working);
    columns = new double[members.length][sample.rows()];
    means = new double[members.length];
    squares = new double[members.length];
    steps = new double[members.length];
    barred = new boolean[members.length];
    double total = logits.variance();
    double pull = Arrays.stream(logits.residual).sum();
    constantAlone = sample.intercept && total > 0 ? pull / total : 0;
    rest = new double[sample.rows()];
    for (int i = 0; i < rest.length; i++) {
      double root = Math.sqrt(logits.curvature[i]);
      rest[i] = root > 0 ? logits.residual[i] / root - root * constantAlone : 0;
    }
    for (int a = 0; a < members.length; a++) {
      scale(a, logits.curvature, total);
    }
  }

  private static int[] members(boolean[] working) {
    var members = new int[working.length];
    int count = 0;
    for (int j = 0; j < working.length; j++) {
      if (working[j]) {
        members[count++] = j;
      }
    }
    return Arrays.copyOf(members, count);
  }

  private void scale(int a, double[] curvature, double total) {
    var x = sample.column(members[a]);
    means[a] =
        sample.intercept && total > 0 ? DotKernels.one(x, curvature, 0, x.length) / total : 0;
    for (int i = 0; i < x.length; i++) {
      columns[a][i] = Math.sqrt(curvature[i]) * (x[i] - means[a]);
    }
    squares[a] = DotKernels.one(columns[a], columns[a], 0, columns[a].length);
  }

  /**
   * Moves the coefficients to the optimum.
   *
   * @param tolerance largest violation of the optimality conditions, columns at unit size
   * @param mostSystems of linear equations
   * @return how many were solved
   */
  int solve(double[] coefficients, double tolerance, int mostSystems) {
    double worst = Double.POSITIVE_INFINITY;
    int stalled = 0;
    for (int round = 0; round < MOST_ROUNDS && systems < mostSystems && stalled < 3; round++) {
      pass(coefficients);
      Arrays.fill(barred, false);
      boolean free = false;
      while (!free && systems < mostSystems) {
        free = solveFace(coefficients);
      }
      double now = violation(coefficients);
      if (now <= tolerance) {
        break;
      }
      stalled = now > worst / 2 ? stalled + 1 : 0;
      worst = Math.min(worst, now);
    }
    return Math.max(systems, 1);
  }

  /** What the intercept moves by, given the coefficients' steps. */
  double constantStep() {
    double step = constantAlone;
    for (int a = 0; a < members.length; a++) {
      step -= steps[a] * means[a];
    }
    return sample.intercept ? step : 0;
  }

  private double descent(int a) {
    return DotKernels.one(columns[a], rest, 0, columns[a].length);
  }

  private double violation(double[] coefficients) {
    double worst = 0;
    for (int a = 0; a < members.length; a++) {
      int j = members[a];
      worst = Math.max(worst, penalty.imbalance(j, coefficients[j], descent(a)) / sample.unit(j));
    }
    return worst;
  }

  /** One pass of coordinate descent over the members. */
  private void pass(double[] coefficients) {
    for (int a = 0; a < members.length; a++) {
      int j = members[a];
      double bend = squares[a] + penalty.curvature(j);
      if (bend > 0) {
        double pull = descent(a) + squares[a] * coefficients[j];
        double beyond = Math.abs(pull) - penalty.slope(j);
        double wanted = beyond > 0 ? sample.held(j, Math.copySign(beyond, pull) / bend) : 0;
        set(a, coefficients, wanted);
      }
    }
  }

  private void set(int a, double[] coefficients, double wanted) {
    double step = wanted - coefficients[members[a]];
    if (step != 0) {
      coefficients[members[a]] = wanted;
      steps[a] += step;
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= step * columns[a][i];
      }
    }
  }

  /** Solves for the free coefficients; false if one of them came to a kink or a limit first. */
  private boolean solveFace(double[] coefficients) {
    int[] free = free(coefficients);
    if (free.length == 0) {
      return true;
    }
    systems++;
    var right = new double[free.length];
    var bends = new double[free.length];
    var chosen = new double[free.length][];
    for (int f = 0; f < free.length; f++) {
      int j = members[free[f]];
      chosen[f] = columns[free[f]];
      bends[f] = penalty.curvature(j);
      right[f] = pull(free[f], coefficients[j]);
    }
    var system = new FaceSystem(chosen, bends);
    int dependent = system.dependent();
    if (dependent >= 0) {
      giveWay(free, system.combination(dependent), right, coefficients);
      return false;
    }
    system.solve(right);
    return move(free, right, 1, coefficients);
  }

  private double pull(int a, double coefficient) {
    int j = members[a];
    return descent(a)
        - penalty.curvature(j) * coefficient
        - Math.signum(coefficient) * penalty.slope(j);
  }

  /** Members away from kinks and limits, and those at 0 that no kink holds there. */
  private int[] free(double[] coefficients) {
    var free = new int[members.length];
    int count = 0;
    for (int a = 0; a < members.length; a++) {
      int j = members[a];
      double b = coefficients[j];
      boolean between = b > sample.lower(j) && b < sample.upper(j);
      if (between && !barred[a] && (b != 0 || penalty.slope(j) == 0)) {
        free[count++] = a;
      }
    }
    return Arrays.copyOf(free, count);
  }

  /**
   * Columns that are combinations of each other change no prediction when they are moved against
   * each other, so the penalty decides: towards less of it, until one comes to a kink or limit.
   */
  private void giveWay(int[] free, double[] combination, double[] pulls, double[] coefficients) {
    double gain = 0;
    for (int f = 0; f < combination.length; f++) {
      gain += combination[f] * pulls[f];
    }
    var direction = new double[free.length];
    for (int f = 0; f < combination.length; f++) {
      direction[f] = gain < 0 ? -combination[f] : combination[f];
    }
    double reach = reach(free, direction, coefficients);
    if (reach == Double.POSITIVE_INFINITY || reach == 0) {
      barred[free[combination.length - 1]] = true;
    } else {
      move(free, direction, reach, coefficients);
    }
  }

  /** Moves along a direction, at most so far; true if nothing was in the way before its end. */
  private boolean move(int[] free, double[] direction, double most, double[] coefficients) {
    double length = Math.min(most, reach(free, direction, coefficients));
    boolean hit = false;
    for (int f = 0; f < free.length; f++) {
      int j = members[free[f]];
      if (direction[f] == 0) {
        continue;
      }
      if (kinks.reach(j, direction[f], coefficients[j]) <= length) {
        set(free[f], coefficients, kinks.end(j, direction[f], coefficients[j]));
        hit = true;
      } else {
        set(free[f], coefficients, coefficients[j] + length * direction[f]);
      }
    }
    return !hit;
  }

  private double reach(int[] free, double[] direction, double[] coefficients) {
    double reach = Double.POSITIVE_INFINITY;
    for (int f = 0; f < free.length; f++) {
      int j = members[free[f]];
      reach = Math.min(reach, kinks.reach(j, direction[f], coefficients[j]));
    }
    return reach;
  }
}
