package org.planlock.stats.elasticnet;

/** How a penalised fit ended. */
public enum FitStatus {
  /** The optimality conditions hold within the tolerance. */
  CONVERGED,
  /**
   * The iteration cap, or the limit of double precision, came first; the numbers are not the
   * optimum.
   */
  NOT_CONVERGED,
  /** The outcome does not vary, so every coefficient is 0 and the intercept is its value. */
  CONSTANT_OUTCOME
}
