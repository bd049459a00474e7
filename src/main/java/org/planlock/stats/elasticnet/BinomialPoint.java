package org.planlock.stats.elasticnet;

/** A logistic fit that moves along the strengths of one l1Ratio. */
interface BinomialPoint {

  /**
   * Fits at one strength, started from the fit before.
   *
   * @param previous the strength before; 0 for none
   */
  void advance(double lambda, double previous);

  /** The intercept of centred columns. */
  double constant();

  /** Coefficients at scale, one per column that takes part. */
  double[] coefficients();

  /** Linear systems or passes that the last fit took. */
  int iterations();

  /** Whether the last fit ended as its way to the minimum prescribes. */
  boolean converged();

  /** |gradient| of every column at the fit so far, or of those that could still enter. */
  double[] gradients();

  /** Half the deviance per weight of the fit so far. */
  double halfDeviance();

  /** Whether nearly every fitted probability is 0 or 1, so that nothing is left to learn from. */
  boolean exhausted();
}
