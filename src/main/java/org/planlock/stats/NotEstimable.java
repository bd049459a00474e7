package org.planlock.stats;

import java.util.List;

/**
 * Why least squares has no unique answer.
 *
 * @param reason what is wrong
 * @param columns 0-based columns that are combinations of the intercept and the columns before
 *     them; empty for too few rows
 */
public record NotEstimable(Reason reason, List<Integer> columns) implements LeastSquares {
  public NotEstimable {
    columns = List.copyOf(columns);
  }

  /** What is wrong with the rows or columns. */
  public enum Reason {
    /** Fewer rows than coefficients, the intercept included. */
    TOO_FEW_ROWS,
    /** Some columns are constant beside an intercept, or combinations of others. */
    DEPENDENT_COLUMNS
  }
}
