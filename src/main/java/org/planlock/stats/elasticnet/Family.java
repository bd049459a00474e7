package org.planlock.stats.elasticnet;

/** The distribution of the outcome. */
public enum Family {
  /** Squared error; the identity links the linear predictor and the outcome. */
  GAUSSIAN,
  /** Two classes, coded 0 and 1; the logit links the linear predictor and the share of class 1. */
  BINOMIAL
}
