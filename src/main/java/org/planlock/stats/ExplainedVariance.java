package org.planlock.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/** 1 - SSE/SST, the share of variance that predictions explain; below 0 if the mean does better. */
public final class ExplainedVariance {
  private ExplainedVariance() {}

  /**
   * With SSE = sum (y - prediction)^2 and SST = sum (y - reference)^2. The reference of a row is
   * what an empty model says of it: the mean of all rows, or of the rows its fold was trained on.
   * Empty if SST is 0.
   */
  public static OptionalDouble against(
      double[] outcome, double[] predictions, double[] references) {
    if (outcome.length != predictions.length || outcome.length != references.length) {
      throw new IllegalArgumentException("outcome, predictions and references differ in length");
    }
    double errors = 0;
    double total = 0;
    for (int i = 0; i < outcome.length; i++) {
      errors += (outcome[i] - predictions[i]) * (outcome[i] - predictions[i]);
      total += (outcome[i] - references[i]) * (outcome[i] - references[i]);
    }
    return total > 0 ? OptionalDouble.of(1 - errors / total) : OptionalDouble.empty();
  }

  /** With the mean of all rows as every row's reference; empty if the outcome is constant. */
  public static OptionalDouble againstMean(double[] outcome, double[] predictions) {
    if (Moments.constant(outcome)) {
      return OptionalDouble.empty();
    }
    var references = new double[outcome.length];
    Arrays.fill(references, Moments.mean(outcome));
    return against(outcome, predictions, references);
  }

  /** For each row the mean outcome of the rows outside its fold. */
  public static double[] trainingMeans(double[] outcome, FoldAssignment folds) {
    var means = new double[outcome.length];
    for (int fold = 0; fold < folds.count(); fold++) {
      double mean = Moments.mean(Columns.at(outcome, folds.rowsOutside(fold)));
      for (int row : folds.rowsIn(fold)) {
        means[row] = mean;
      }
    }
    return means;
  }
}
