package org.planlock.stats.elasticnet;

import java.util.stream.IntStream;

/**
 * glmnet's passes at l1Ratio 0 where there are many columns. No column is ever left out, so every
 * pass visits all of them in order, and the residual is shorter than the list of members: products
 * are made from the residual, eight columns at a time, and put right by the products between them.
 * The iterates are those of {@link CoordinateDescent}.
 */
final class GlmnetRidgePath {
  private static final int EIGHT = 8;

  private final UnitProblem problem;
  private final UnitPenalty penalty;
  private final UnitLimits limits;
  private final Stopping stopping;
  private final int[] every;
  private final double[][] columns;
  private final double[][] gram;
  private final double[] residual;
  private final double[] coefficients;
  private final double[] inverses;
  private final double[] block = new double[EIGHT];
  private final double[] changes = new double[4];
  private final double[] sharedProducts;
  private final boolean limited;
  private double explained;
  private double largest;
  private int passes;
  private int passesOfPath;

  GlmnetRidgePath(UnitProblem problem, UnitPenalty penalty, ElasticNetOptions options) {
    this.problem = problem;
    this.penalty = penalty;
    this.limits = new UnitLimits(problem, options.limits());
    this.stopping = options.stopping();
    int count = problem.count();
    every = IntStream.range(0, count).toArray();
    columns = new double[count][problem.shared().rows()];
    gram = new double[count][];
    for (int j = 0; j < count; j++) {
      problem.column(j, columns[j]);
    }
    int rows = problem.shared().rows();
    for (int j = 0; j < count - count % EIGHT; j++) {
      gram[j] = new double[EIGHT];
      DotKernels.eight(columns, j - j % EIGHT, columns[j], 0, rows, gram[j], 0);
    }
    residual = new double[problem.shared().rows()];
    problem.residual(every, new double[0], 0, residual);
    sharedProducts = new double[problem.shared().count()];
    limited = !limits.none();
    coefficients = new double[count];
    inverses = new double[count];
  }

  /** The fits of the path. */
  FittedPath follow(PathCourse course) {
    var record = new PathRecord(problem, 0);
    double lambda = 0;
    double before = 0;
    boolean warm = false;
    for (int k = 0; k < course.count(); k++) {
      double previous = k == 1 && course.isOwn() ? penalty.entry(problem.moments()) : lambda;
      lambda = course.at(k, previous);
      boolean settled = settle(penalty.curvature(lambda), warm);
      warm |= passes > 1;
      passesOfPath += passes;
      var status = settled ? FitStatus.CONVERGED : FitStatus.NOT_CONVERGED;
      var ending = new PathRecord.Ending(violation(penalty.curvature(lambda)), passes, status);
      record.add(lambda, every, coefficients, every.length, ending);
      if (!settled || course.endsAt(k, explained, before)) {
        break;
      }
      before = explained;
    }
    return record.path(course);
  }

  /** Passes until one changes nothing, then one more that stands for glmnet's full pass. */
  private boolean settle(double curvature, boolean warm) {
    for (int j = 0; j < inverses.length; j++) {
      inverses[j] = 1 / (1 + penalty.bend(j, curvature));
    }
    passes = 0;
    boolean members = warm;
    while (passesOfPath + passes < stopping.maxPasses()) {
      passes++;
      boolean still = pass() < stopping.threshold();
      if (still && !members) {
        return true;
      }
      members = !still;
    }
    return false;
  }

  private double pass() {
    largest = 0;
    int j = 0;
    for (; j + 7 < every.length; j += EIGHT) {
      DotKernels.eight(columns, j, residual, 0, residual.length, block, 0);
      passFour(j, 0);
      for (int t = 4; t < EIGHT; t++) {
        block[t] = afterFour(j, t);
      }
      passFour(j, 4);
    }
    for (; j < every.length; j++) {
      double product = DotKernels.one(columns[j], residual, 0, residual.length);
      RowKernels.subtract(residual, change(j, product), columns[j], 0, residual.length);
    }
    return largest;
  }

  /** Product of a later column of a block, once the first four have changed. */
  private double afterFour(int first, int t) {
    double one = Math.fma(-changes[0], gram[first][t], block[t]);
    double two = Math.fma(-changes[1], gram[first + 1][t], one);
    double three = Math.fma(-changes[2], gram[first + 2][t], two);
    return Math.fma(-changes[3], gram[first + 3][t], three);
  }

  /** Four columns of a block, from the one at place {@code at} on. */
  private void passFour(int first, int at) {
    var g = block;
    int j = first + at;
    var r0 = gram[j];
    var r1 = gram[j + 1];
    var r2 = gram[j + 2];
    double d0 = change(j, g[at]);
    double d1 = change(j + 1, Math.fma(-d0, r0[at + 1], g[at + 1]));
    double d2 = change(j + 2, Math.fma(-d1, r1[at + 2], Math.fma(-d0, r0[at + 2], g[at + 2])));
    double two = Math.fma(-d1, r1[at + 3], Math.fma(-d0, r0[at + 3], g[at + 3]));
    double d3 = change(j + 3, Math.fma(-d2, r2[at + 3], two));
    changes[0] = d0;
    changes[1] = d1;
    changes[2] = d2;
    changes[3] = d3;
    RowKernels.subtract(
        residual,
        d0,
        columns[j],
        d1,
        columns[j + 1],
        d2,
        columns[j + 2],
        d3,
        columns[j + 3],
        0,
        residual.length);
  }

  private double change(int j, double product) {
    double old = coefficients[j];
    double change = Math.fma(product, inverses[j], old * inverses[j] - old);
    if (limited) {
      change = limits.clamp(j, old + change) - old;
    }
    coefficients[j] = old + change;
    largest = Math.max(largest, change * change);
    explained += change * (2 * product - change);
    return change;
  }

  /** Largest violation of the optimality conditions, from products made anew. */
  private double violation(double curvature) {
    problem.shared().multiplyTransposed(residual, sharedProducts);
    double worst = 0;
    for (int j = 0; j < every.length; j++) {
      double product = problem.scale(j) * sharedProducts[problem.sharedColumn(j)];
      double pull = product - penalty.bend(j, curvature) * coefficients[j];
      worst = Math.max(worst, OptimalityGap.of(coefficients[j], pull, 0, limits, j));
    }
    return worst;
  }
}
