package org.planlock.stats.elasticnet;

import org.jspecify.annotations.Nullable;

/**
 * What a solver needs to know of the rows that it fits, at unit scale: X has columns of sum of
 * squares 1 and the outcome v has v'v = 1, so every product lies between -1 and 1. Constant and
 * excluded columns are not in it. Columns below are 0-based among those that are.
 */
abstract class UnitProblem {
  private @Nullable SampleUnits units;

  /** How many columns there are. */
  abstract int count();

  /** Which column of the sample it is. */
  abstract int index(int column);

  /** What is subtracted from the column of the sample; 0 without an intercept. */
  abstract double centre(int column);

  /** What the column of the sample is divided by, 1/n form. */
  abstract double size(int column);

  /** Standard deviation of the column, 1/n form; its size when there is an intercept. */
  abstract double sd(int column);

  /** How many rows are fitted, those without weight included. */
  abstract int rows();

  /** How many columns the sample has, those not in the problem included. */
  abstract int given();

  /** What is subtracted from the outcome; 0 without an intercept. */
  abstract double outcomeCentre();

  /** What the outcome is divided by, 1/n form. */
  abstract double outcomeSize();

  /** Whether the outcome has nothing to explain. */
  abstract boolean flat();

  /** X'v, not to be written to. */
  abstract double[] moments();

  /**
   * Entries of X'X.
   *
   * @param columns target[k] becomes the product of {@code column} and {@code columns[k]} for k
   *     from {@code from} to {@code to} - 1
   */
  abstract void gramInto(int column, int[] columns, int from, int to, double[] target);

  /** The sample on whose rows residuals live, so that those of several problems can be compared. */
  abstract UnitSample shared();

  /** Which column of the shared sample it is. */
  abstract int sharedColumn(int column);

  /** x'r of this problem is this times the product of the shared column with r. */
  abstract double scale(int column);

  /** One column of X, as a vector on the shared rows, 0 on those that are not fitted. */
  abstract void column(int column, double[] into);

  /**
   * v - X c, as a vector on the shared rows, 0 on those that are not fitted.
   *
   * @param members columns with coefficients, the first {@code size} of them
   * @param coefficients one per member
   */
  abstract void residual(int[] members, double[] coefficients, int size, double[] into);

  /** How coefficients at unit scale are told in the units of the sample. */
  final SampleUnits units() {
    if (units == null) {
      units = new SampleUnits(this);
    }
    return units;
  }
}
