package org.planlock.stats.elasticnet;

import java.util.Optional;
import org.planlock.stats.DoubleVector;

/**
 * Which lambda comes next on a path, and whether one does: the values given, or glmnet's rules for
 * a sequence of its own. Source: R glmnet 4.1-6, {@code lambda = NULL}, and its internal parameters
 * fdev = 1e-5, devmax = 0.999, mnlam = 5, big = 9.9e35.
 */
final class PathCourse {
  /** What glmnet takes for an infinite lambda, in units of the outcome. */
  static final double HUGE = 9.9e35;

  private static final double SMALLEST_GAIN = 1e-5;
  private static final double ENOUGH_EXPLAINED = 0.999;
  private static final int LEAST = 5;

  private final Optional<DoubleVector> given;
  private final int count;
  private final double step;
  private final double first;
  private final double smallestGain;

  private PathCourse(
      Optional<DoubleVector> given, int count, double step, double first, double smallestGain) {
    this.given = given;
    this.count = count;
    this.step = step;
    this.first = first;
    this.smallestGain = smallestGain;
  }

  static PathCourse given(DoubleVector lambdas) {
    return new PathCourse(Optional.of(lambdas), lambdas.size(), 1, lambdas.at(0), 0);
  }

  /** glmnet gives up on too small a gain, but not where a limit is exactly 0. */
  static PathCourse own(
      OwnSequences rule, UnitProblem problem, UnitPenalty penalty, CoefficientLimits limits) {
    double ratio = rule.smallest().in(problem.rows(), problem.given());
    double step = StrictMath.pow(ratio, 1.0 / (rule.count() - 1));
    double first = Math.max(HUGE * problem.outcomeSize(), penalty.beyondEntry());
    double gain = limits.anyIs0() ? 0 : SMALLEST_GAIN;
    return new PathCourse(Optional.empty(), rule.count(), step, first, gain);
  }

  /** The most values there can be. */
  int count() {
    return count;
  }

  /** Whether the first lambda is glmnet's infinite one, and the second is found from its fit. */
  boolean isOwn() {
    return given.isEmpty();
  }

  /**
   * The lambda at a place.
   *
   * @param before the lambda before it; at place 1 of an own sequence that of entry
   */
  double at(int k, double before) {
    if (given.isPresent()) {
      return given.get().at(k);
    }
    return k == 0 ? first : before * step;
  }

  /** Whether the fit at a place is the last one, though more values could follow. */
  boolean endsAt(int k, double explained, double explainedBefore) {
    if (given.isPresent() || k + 1 < Math.min(LEAST, count)) {
      return false;
    }
    boolean gains = explained == 0 || explained - explainedBefore >= smallestGain * explained;
    return !gains || explained > ENOUGH_EXPLAINED;
  }

  /**
   * What results call the lambdas: the infinite first one gets the label that continues the
   * sequence upwards, if there are the two others that this takes.
   */
  DoubleVector labels(double[] lambdas) {
    var labels = lambdas.clone();
    if (isOwn() && labels.length > 2) {
      labels[0] = above(labels[1], labels[2]);
    }
    return DoubleVector.of(labels);
  }

  /** What continues a sequence upwards; 0 where nothing enters at any strength. */
  static double above(double second, double third) {
    if (second == 0) {
      return 0;
    }
    double above = StrictMath.exp(2 * StrictMath.log(second) - StrictMath.log(third));
    // where a sequence hardly falls, rounding may make it the smaller one
    return Math.max(above, second);
  }
}
