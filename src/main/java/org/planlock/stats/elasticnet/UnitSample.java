package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.Arrays;
import org.planlock.stats.Columns;
import org.planlock.stats.Moments;
import org.planlock.stats.Sample;

/**
 * A sample at unit scale: G = X'X has a unit diagonal and the outcome v has v'v = 1, so every
 * gradient lies between -1 and 1. Constant and excluded columns are not in it.
 */
final class UnitSample {
  private final UnitColumn[] columns;
  private final double[][] byRow;
  private final double[][] gram;
  final double[] outcome;
  final double outcomeCentre;
  final double outcomeSize;

  /** Whether the outcome has nothing to explain. */
  final boolean flat;

  UnitSample(Sample sample, ElasticNetOptions options) {
    var weights = normalised(sample.weights().toArray());
    var y = sample.outcome().toArray();
    boolean centred = options.intercept();
    outcomeCentre = centred ? Moments.weightedMean(y, weights) : 0;
    outcomeSize = UnitColumn.size(y, weights, outcomeCentre);
    flat = outcomeSize == 0 || (centred && Moments.constant(y, weights));
    outcome = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      outcome[i] = flat ? 0 : Math.sqrt(weights[i]) * ((y[i] - outcomeCentre) / outcomeSize);
    }
    columns = usable(sample.predictors(), weights, options);
    byRow = new double[y.length][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < y.length; i++) {
        byRow[i][j] = columns[j].values()[i];
      }
    }
    gram = new double[columns.length][];
  }

  int rows() {
    return outcome.length;
  }

  int count() {
    return columns.length;
  }

  UnitColumn column(int j) {
    return columns[j];
  }

  /** Row j of X'X, made when first asked for. */
  double[] gramRow(int j) {
    if (gram[j] == null) {
      gram[j] = new double[columns.length];
      multiplyTransposed(columns[j].values(), gram[j]);
    }
    return gram[j];
  }

  /** result = X' vector, summed over rows in order. */
  void multiplyTransposed(double[] vector, double[] result) {
    Arrays.fill(result, 0);
    for (int i = 0; i < vector.length; i++) {
      double factor = vector[i];
      var row = byRow[i];
      for (int j = 0; j < result.length; j++) {
        result[j] += factor * row[j];
      }
    }
  }

  private static UnitColumn[] usable(
      Columns predictors, double[] weights, ElasticNetOptions options) {
    var usable = new ArrayList<UnitColumn>();
    for (int j = 0; j < predictors.count(); j++) {
      var x = predictors.column(j);
      if (options.penaltyFactors().excluded().contains(j) || Moments.constant(x, weights)) {
        continue;
      }
      var column = UnitColumn.of(j, x, weights, options.intercept());
      if (column.sd() > 0) {
        usable.add(column);
      }
    }
    return usable.toArray(UnitColumn[]::new);
  }

  private static double[] normalised(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    var normalised = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      normalised[i] = weights[i] / sum;
    }
    return normalised;
  }
}
