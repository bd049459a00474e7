package org.planlock.stats.elasticnet;

/** How the minimum of an elastic net is approached. */
public enum Solve {
  /** To the optimum, certified by its violation of the optimality conditions. */
  EXACT,
  /**
   * By glmnet's own passes of coordinate descent, ended by glmnet's own rule, so that its published
   * numbers come out even where they are not the optimum. Source: Friedman, Hastie, Tibshirani
   * 2010, J Stat Softw 33(1), 2.2 and 2.6; R glmnet 4.1-6.
   */
  GLMNET
}
