package org.planlock.stats.tuning;

/** How squared errors of left-out rows become one number with a standard error. */
public enum Aggregation {
  /** Weighted mean over rows; the standard error counts rows. glmnet: grouped = FALSE. */
  ROWS,
  /** Weighted mean within each fold, then the plain mean of folds; the error counts folds. */
  FOLDS,
  /** As FOLDS, but folds count by the sum of their rows' weights. glmnet: grouped = TRUE. */
  FOLDS_BY_WEIGHT
}
