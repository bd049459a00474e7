package org.planlock.stats.elasticnet;

import java.util.stream.IntStream;

/**
 * glmnet's passes at l1Ratio 0 where there are many columns. No column is ever left out, so every
 * pass visits all of them in order, and the residual is shorter than the list of members: products
 * are made from the residual, four columns at a time, and put right by the products between them.
 * The iterates are those of {@link CoordinateDescent}.
 */
final class GlmnetRidgePath {
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
  private final double[] block = new double[4];
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
    for (int j = 0; j < count - count % 4; j++) {
      gram[j] = new double[4];
      DotKernels.four(columns, j - j % 4, columns[j], gram[j], 0);
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
    for (; j + 3 < every.length; j += 4) {
      DotKernels.four(columns, j, residual, block, 0);
      passFour(j);
    }
    for (; j < every.length; j++) {
      double product = DotKernels.one(columns[j], residual, 0, residual.length);
      RowKernels.subtract(residual, change(j, product), columns[j], 0, residual.length);
    }
    return largest;
  }

  private void passFour(int j) {
    var g = block;
    var r0 = gram[j];
    var r1 = gram[j + 1];
    var r2 = gram[j + 2];
    double d0 = change(j, g[0]);
    double d1 = change(j + 1, Math.fma(-d0, r0[1], g[1]));
    double d2 = change(j + 2, Math.fma(-d1, r1[2], Math.fma(-d0, r0[2], g[2])));
    double two = Math.fma(-d1, r1[3], Math.fma(-d0, r0[3], g[3]));
    double d3 = change(j + 3, Math.fma(-d2, r2[3], two));
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
