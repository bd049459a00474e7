package org.planlock.stats.elasticnet;

import java.util.List;
import java.util.stream.Stream;

/**
 * Between which values each coefficient is held, in the units of its column: glmnet's {@code
 * lower.limits} and {@code upper.limits}.
 *
 * @param lower one per column, 0 or less, may be -infinity; empty = no lower limits
 * @param upper one per column, 0 or more, may be infinity; empty = no upper limits
 */
public record CoefficientLimits(List<Double> lower, List<Double> upper) {
  public CoefficientLimits {
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
    for (double limit : lower) {
      if (!(limit <= 0)) {
        throw new IllegalArgumentException("a lower limit is above 0: " + limit);
      }
    }
    for (double limit : upper) {
      if (!(limit >= 0)) {
        throw new IllegalArgumentException("an upper limit is below 0: " + limit);
      }
    }
  }

  /** No limits. */
  public static CoefficientLimits none() {
    return new CoefficientLimits(List.of(), List.of());
  }

  /** Whether no coefficient is held back. */
  public boolean isNone() {
    return lower.stream().allMatch(limit -> limit == Double.NEGATIVE_INFINITY)
        && upper.stream().allMatch(limit -> limit == Double.POSITIVE_INFINITY);
  }

  /** Whether a coefficient may not be negative, or not positive: a limit of exactly 0. */
  boolean anyIs0() {
    return Stream.concat(lower.stream(), upper.stream()).anyMatch(limit -> limit == 0);
  }

  /** The lower limit of column j. */
  public double lower(int j) {
    return lower.isEmpty() ? Double.NEGATIVE_INFINITY : lower.get(j);
  }

  /** The upper limit of column j. */
  public double upper(int j) {
    return upper.isEmpty() ? Double.POSITIVE_INFINITY : upper.get(j);
  }

  void requireFor(int count) {
    if ((!lower.isEmpty() && lower.size() != count)
        || (!upper.isEmpty() && upper.size() != count)) {
      throw new IllegalArgumentException(
          lower.size() + " lower and " + upper.size() + " upper limits for " + count + " columns");
    }
  }
}
