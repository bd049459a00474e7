package org.planlock.stats;

/**
 * Everything that decides an elastic net besides the data, l1Ratio and lambda.
 *
 * @param objective what is minimised
 * @param standardize whether columns are divided by their 1/n standard deviation before they are
 *     penalised; coefficients come back in the units of the columns given either way
 * @param intercept whether a free, unpenalised intercept is fitted
 * @param penaltyFactors how heavily each column is penalised
 * @param tolerance largest violation of the optimality conditions that counts as converged, with
 *     columns and outcome at unit 1/n standard deviation (unit root mean square without an
 *     intercept)
 * @param maxIterations most linear systems that may be solved for one value of lambda
 */
public record ElasticNetOptions(
    Objective objective,
    boolean standardize,
    boolean intercept,
    PenaltyFactors penaltyFactors,
    double tolerance,
    int maxIterations) {
  public ElasticNetOptions {
    if (!(tolerance > 0) || tolerance > 0.1) {
      throw new IllegalArgumentException("tolerance outside (0, 0.1]: " + tolerance);
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException("maxIterations below 1: " + maxIterations);
    }
  }

  /** No standardisation, an intercept, equal penalties, tolerance 1e-9, 10000 iterations. */
  public static ElasticNetOptions of(Objective objective) {
    return new ElasticNetOptions(objective, false, true, PenaltyFactors.equal(), 1e-9, 10_000);
  }

  /** The same with standardisation on or off. */
  public ElasticNetOptions standardize(boolean on) {
    return new ElasticNetOptions(
        objective, on, intercept, penaltyFactors, tolerance, maxIterations);
  }

  /** The same with or without an intercept. */
  public ElasticNetOptions intercept(boolean fitted) {
    return new ElasticNetOptions(
        objective, standardize, fitted, penaltyFactors, tolerance, maxIterations);
  }

  /** The same with these penalty factors. */
  public ElasticNetOptions penaltyFactors(PenaltyFactors factors) {
    return new ElasticNetOptions(
        objective, standardize, intercept, factors, tolerance, maxIterations);
  }

  /** The same with another tolerance. */
  public ElasticNetOptions tolerance(double largestViolation) {
    return new ElasticNetOptions(
        objective, standardize, intercept, penaltyFactors, largestViolation, maxIterations);
  }

  /** The same with another iteration cap. */
  public ElasticNetOptions maxIterations(int most) {
    return new ElasticNetOptions(
        objective, standardize, intercept, penaltyFactors, tolerance, most);
  }
}
