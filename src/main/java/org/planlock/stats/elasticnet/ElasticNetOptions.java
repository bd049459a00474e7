package org.planlock.stats.elasticnet;

/**
 * Everything that decides an elastic net besides the data, l1Ratio and lambda.
 *
 * @param family the distribution of the outcome
 * @param objective what is minimised; the two agree for a binomial outcome, which has no scale
 * @param solve how the minimum is approached
 * @param standardize whether columns are divided by their 1/n standard deviation before they are
 *     penalised; coefficients come back in the units of the columns given either way
 * @param intercept whether a free, unpenalised intercept is fitted
 * @param penaltyFactors how heavily each column is penalised
 * @param limits between which values each coefficient is held
 * @param stopping when a fit is done
 */
public record ElasticNetOptions(
    Family family,
    Objective objective,
    Solve solve,
    boolean standardize,
    boolean intercept,
    PenaltyFactors penaltyFactors,
    CoefficientLimits limits,
    Stopping stopping) {

  /**
   * A gaussian outcome, solved exactly, no standardisation, an intercept, equal penalties, no
   * limits.
   */
  public static ElasticNetOptions of(Objective objective) {
    return new ElasticNetOptions(
        Family.GAUSSIAN,
        objective,
        Solve.EXACT,
        false,
        true,
        PenaltyFactors.equal(),
        CoefficientLimits.none(),
        Stopping.usual());
  }

  /** The same for another distribution of the outcome. */
  public ElasticNetOptions family(Family of) {
    return new ElasticNetOptions(
        of, objective, solve, standardize, intercept, penaltyFactors, limits, stopping);
  }

  /** The same with another way to the minimum. */
  public ElasticNetOptions solve(Solve by) {
    return new ElasticNetOptions(
        family, objective, by, standardize, intercept, penaltyFactors, limits, stopping);
  }

  /** The same with standardisation on or off. */
  public ElasticNetOptions standardize(boolean on) {
    return new ElasticNetOptions(
        family, objective, solve, on, intercept, penaltyFactors, limits, stopping);
  }

  /** The same with or without an intercept. */
  public ElasticNetOptions intercept(boolean fitted) {
    return new ElasticNetOptions(
        family, objective, solve, standardize, fitted, penaltyFactors, limits, stopping);
  }

  /** The same with these penalty factors. */
  public ElasticNetOptions penaltyFactors(PenaltyFactors factors) {
    return new ElasticNetOptions(
        family, objective, solve, standardize, intercept, factors, limits, stopping);
  }

  /** The same with these limits. */
  public ElasticNetOptions limits(CoefficientLimits between) {
    return new ElasticNetOptions(
        family, objective, solve, standardize, intercept, penaltyFactors, between, stopping);
  }

  /** The same with another end of the iterations. */
  public ElasticNetOptions stopping(Stopping when) {
    return new ElasticNetOptions(
        family, objective, solve, standardize, intercept, penaltyFactors, limits, when);
  }

  /** The same with another tolerance of exact fits. */
  public ElasticNetOptions tolerance(double largestViolation) {
    return stopping(stopping.tolerance(largestViolation));
  }

  /** The same with another cap of linear systems for one lambda of an exact fit. */
  public ElasticNetOptions maxIterations(int most) {
    return stopping(stopping.maxSystems(most));
  }
}
