package org.planlock.stats.elasticnet;

/**
 * When a fit is done.
 *
 * @param tolerance of {@link Solve#EXACT}: largest violation of the optimality conditions that
 *     counts as converged, with columns and outcome at unit 1/n standard deviation (unit root mean
 *     square without an intercept)
 * @param maxSystems of {@link Solve#EXACT}: most linear systems that may be solved for one lambda
 * @param threshold of {@link Solve#GLMNET}: a pass that changes no fitted value by a mean square of
 *     this share of the null deviance is the last one; glmnet's {@code thresh}
 * @param maxPasses of {@link Solve#GLMNET}: most passes over the columns for one whole path;
 *     glmnet's {@code maxit}
 */
public record Stopping(double tolerance, int maxSystems, double threshold, int maxPasses) {
  /** More passes than this cannot be counted in sums. */
  public static final int MOST_PASSES = 1_000_000_000;

  public Stopping {
    if (!(tolerance > 0) || tolerance > 0.1) {
      throw new IllegalArgumentException("tolerance outside (0, 0.1]: " + tolerance);
    }
    if (!(threshold > 0) || threshold > 0.1) {
      throw new IllegalArgumentException("threshold outside (0, 0.1]: " + threshold);
    }
    if (maxSystems < 1 || maxPasses < 1) {
      throw new IllegalArgumentException(
          "a cap below 1: " + maxSystems + " systems, " + maxPasses + " passes");
    }
    if (maxPasses > MOST_PASSES) {
      throw new IllegalArgumentException("more than 1e9 passes: " + maxPasses);
    }
  }

  /** Tolerance 1e-9, 10000 systems; glmnet's own threshold 1e-7 and 100000 passes. */
  public static Stopping usual() {
    return new Stopping(1e-9, 10_000, 1e-7, 100_000);
  }

  /** The same with another tolerance. */
  public Stopping tolerance(double largestViolation) {
    return new Stopping(largestViolation, maxSystems, threshold, maxPasses);
  }

  /** The same with another cap of systems. */
  public Stopping maxSystems(int most) {
    return new Stopping(tolerance, most, threshold, maxPasses);
  }

  /** The same with another threshold. */
  public Stopping threshold(double share) {
    return new Stopping(tolerance, maxSystems, share, maxPasses);
  }

  /** The same with another cap of passes. */
  public Stopping maxPasses(int most) {
    return new Stopping(tolerance, maxSystems, threshold, most);
  }
}
