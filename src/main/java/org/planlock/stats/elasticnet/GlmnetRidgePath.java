package org.planlock.stats.elasticnet;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * glmnet's passes at l1Ratio 0 where there are many columns. No column is ever left out, so every
 * pass visits all of them in order, and the residual is shorter than the list of members: products
 * are made from the residual, a block of columns at a time, and put right within the block by its
 * own part of X'X. The iterates are those of {@link CoordinateDescent}.
 */
final class GlmnetRidgePath {
  /** Columns whose products are made together; their part of X'X stays in the nearest cache. */
  private static final int BLOCK = 32;

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
  private final double[] products = new double[BLOCK];
  private final double[] changes = new double[BLOCK];
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
      int first = j - j % BLOCK;
      int last = Math.min(count, first + BLOCK);
      var row = new double[last];
      problem.gramInto(j, every, first, last, row);
      gram[j] = Arrays.copyOfRange(row, first, last);
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
      inverses[j] = 1 / (1 + curvature * penalty.square(j));
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
    for (int first = 0; first < every.length; first += BLOCK) {
      int size = Math.min(BLOCK, every.length - first);
      multiply(first, size);
      int k = 0;
      for (; k + 3 < size; k += 4) {
        passFour(first, k, size);
      }
      for (; k < size; k++) {
        changes[k] = change(first + k, products[k]);
        RowKernels.subtract(products, changes[k], gram[first + k], 0, size);
      }
      carry(first, size);
    }
    return largest;
  }

  private void passFour(int first, int k, int size) {
    var g = products;
    int j = first + k;
    var r0 = gram[j];
    var r1 = gram[j + 1];
    var r2 = gram[j + 2];
    var r3 = gram[j + 3];
    double d0 = change(j, g[k]);
    double d1 = change(j + 1, g[k + 1] - d0 * r0[k + 1]);
    double d2 = change(j + 2, g[k + 2] - d0 * r0[k + 2] - d1 * r1[k + 2]);
    double d3 = change(j + 3, g[k + 3] - d0 * r0[k + 3] - d1 * r1[k + 3] - d2 * r2[k + 3]);
    changes[k] = d0;
    changes[k + 1] = d1;
    changes[k + 2] = d2;
    changes[k + 3] = d3;
    RowKernels.subtract(g, d0, r0, d1, r1, d2, r2, d3, r3, k, size);
  }

  private double change(int j, double product) {
    double old = coefficients[j];
    double value = (product + old) * inverses[j];
    if (limited) {
      value = limits.clamp(j, value);
    }
    double change = value - old;
    coefficients[j] = value;
    double square = change * change;
    if (square > largest) {
      largest = square;
    }
    explained += change * (2 * product - change);
    return change;
  }

  /** Largest violation of the optimality conditions, from products made anew. */
  private double violation(double curvature) {
    problem.shared().multiplyTransposed(residual, sharedProducts);
    double worst = 0;
    for (int j = 0; j < every.length; j++) {
      double product = problem.scale(j) * sharedProducts[problem.sharedColumn(j)];
      double pull = product - curvature * penalty.square(j) * coefficients[j];
      worst = Math.max(worst, OptimalityGap.of(coefficients[j], pull, 0, limits, j));
    }
    return worst;
  }

  private void multiply(int first, int size) {
    int k = 0;
    for (; k + 3 < size; k += 4) {
      DotKernels.four(columns, first + k, residual, products, k);
    }
    for (; k < size; k++) {
      products[k] = DotKernels.one(columns[first + k], residual, 0, residual.length);
    }
  }

  private void carry(int first, int size) {
    int k = 0;
    for (; k + 3 < size; k += 4) {
      RowKernels.subtract(
          residual,
          changes[k],
          columns[first + k],
          changes[k + 1],
          columns[first + k + 1],
          changes[k + 2],
          columns[first + k + 2],
          changes[k + 3],
          columns[first + k + 3],
          0,
          residual.length);
    }
    for (; k < size; k++) {
      RowKernels.subtract(residual, changes[k], columns[first + k], 0, residual.length);
    }
  }
}
