package org.planlock.stats.elasticnet;

import java.util.function.IntPredicate;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Moments;
import org.planlock.stats.Sample;

/**
 * Tells which columns have one value only on some rows; by the values themselves, as glmnet does.
 */
final class ConstantColumns {
  private final Columns predictors;
  private final DoubleVector weights;

  ConstantColumns(Sample sample) {
    predictors = sample.predictors();
    weights = sample.weights();
  }

  /** Whether a column of the sample has one value on these rows, as far as they have weight. */
  IntPredicate among(int[] rows) {
    return column -> {
      double first = Double.NaN;
      for (int i : rows) {
        double value = predictors.at(i, column);
        if (weights.at(i) > 0) {
          if (Double.isNaN(first)) {
            first = value;
          } else if (!Moments.same(value, first)) {
            return false;
          }
        }
      }
      return true;
    };
  }
}
