package org.planlock.stats.elasticnet;

/**
 * What an elastic net minimises. With weights w, penalty factors f, residual sum of squares RSS =
 * sum w (y - b0 - x.b)^2, mixing share r and penalty strength lambda:
 *
 * <p>RSS / (2 sum w) + lambda * (r sum f|b| + (1 - r)/(2 s) sum f b^2)
 *
 * <p>where s tells the two apart. They agree at r = 1, and where s happens to be 1.
 */
public enum Objective {
  /**
   * What R's glmnet minimises for a gaussian outcome: s is the outcome's standard deviation (1/n
   * form, weighted) over the rows being fitted, so it differs a little from fold to fold; without
   * an intercept s = sqrt(sum w y^2 / sum w). Source: Friedman, Hastie, Tibshirani 2010, J Stat
   * Softw 33(1), and glmnet's scaling of y before it divides lambda.
   */
  GLMNET,
  /** The formula of textbooks and scikit-learn: s = 1. Source: Zou, Hastie 2005, JRSS-B 67:301. */
  TEXTBOOK
}
