package org.planlock.stats.elasticnet;

import java.util.function.IntPredicate;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Extent;
import org.planlock.stats.Sample;

/**
 * Tells which columns have one value only on some rows; by the values themselves, as glmnet does,
 * not by a variance, which may be 0 by rounding.
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
      var extent = new Extent();
      for (int k = 0; k < rows.length && extent.isOne(); k++) {
        if (weights.at(rows[k]) > 0) {
          extent.take(predictors.at(rows[k], column));
        }
      }
      return extent.isOne();
    };
  }
}
