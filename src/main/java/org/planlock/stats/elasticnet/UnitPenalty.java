package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * The penalty at unit scale: minimise 1/2 |v - X c|^2 + sum_j (level * absolute_j |c_j| + curvature
 * * square_j c_j^2 / 2).
 *
 * <p>A coefficient b in the column's units is c * outcomeSize / columnSize. With k = sd if columns
 * are standardised and 1 if not, and h = k / columnSize, dividing the objective by outcomeSize^2
 * gives absolute = f h, square = f h^2, level = lambda r / outcomeSize, and curvature = lambda (1 -
 * r), which glmnet divides by outcomeSize once more.
 */
final class UnitPenalty {
  /** glmnet's floor of the mixing share, so that ridge regression has a first value. */
  private static final double SMALLEST_SHARE = 1e-3;

  /** As good as infinite beside products of at most 1, and still a number when multiplied by 0. */
  private static final double ENDLESS = 1e300;

  private final double[] absolute;
  private final double[] square;
  private final double l1Ratio;
  private final double outcomeSize;
  private final boolean ridgeByOutcome;

  UnitPenalty(UnitProblem problem, double l1Ratio, double[] factors, ElasticNetOptions options) {
    this.l1Ratio = l1Ratio;
    this.outcomeSize = problem.outcomeSize();
    this.ridgeByOutcome = options.objective() == Objective.GLMNET;
    absolute = new double[problem.count()];
    square = new double[problem.count()];
    for (int j = 0; j < absolute.length; j++) {
      double unit = (options.standardize() ? problem.sd(j) : 1) / problem.size(j);
      absolute[j] = Math.min(factors[problem.index(j)] * unit, ENDLESS);
      square[j] = Math.min(absolute[j] * unit, ENDLESS);
    }
  }

  /** Slope of the absolute penalty of column j. */
  double slope(int j, double lambda) {
    return level(lambda) * absolute[j];
  }

  /** Slopes of all columns. */
  void slopes(double lambda, double[] into) {
    double level = level(lambda);
    for (int j = 0; j < into.length; j++) {
      into[j] = level * absolute[j];
    }
  }

  /** Relative curvature of the squared penalty of column j. */
  double square(int j) {
    return square[j];
  }

  /** Curvature of the squared penalty of column j, given what {@link #curvature} is. */
  double bend(int j, double curvature) {
    return square[j] == 0 ? 0 : Math.min(curvature * square[j], ENDLESS);
  }

  /** What {@link #square} is multiplied by. */
  double curvature(double lambda) {
    return ridgeByOutcome ? lambda * (1 - l1Ratio) / outcomeSize : lambda * (1 - l1Ratio);
  }

  /** Whether column j has a kink at 0, so that it can be dropped. */
  boolean droppable(int j) {
    return l1Ratio > 0 && absolute[j] > 0;
  }

  /**
   * Smallest lambda at which no penalised column of this gradient enters, as if l1Ratio were 0.001
   * at least; 0 without any. Source: R glmnet 4.1-6, largest value of {@code lambda = NULL}.
   */
  double entry(double[] gradient) {
    double largest = 0;
    for (int j = 0; j < gradient.length; j++) {
      if (absolute[j] > 0) {
        largest = Math.max(largest, Math.abs(gradient[j]) / absolute[j]);
      }
    }
    return largest * outcomeSize / Math.max(l1Ratio, SMALLEST_SHARE);
  }

  /**
   * A lambda that keeps every penalised column out whatever the others do: products are at most 1.
   */
  double beyondEntry() {
    var ones = new double[absolute.length];
    Arrays.fill(ones, 1);
    return Math.min(2 * entry(ones), Double.MAX_VALUE);
  }

  double l1Ratio() {
    return l1Ratio;
  }

  /** What the level of a column is multiplied by. */
  double absolute(int j) {
    return absolute[j];
  }

  /** The share of lambda that slopes are made of, at unit scale: lambda r / outcomeSize. */
  double level(double lambda) {
    return l1Ratio == 0 ? 0 : Math.min(lambda * l1Ratio / outcomeSize, ENDLESS);
  }
}
