package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.planlock.stats.Columns;
import org.planlock.stats.Moments;
import org.planlock.stats.Sample;

/**
 * All rows of a sample at unit scale. Holds the columns twice, by column and by row, and rows of
 * X'X that were asked for; safe to share between threads.
 */
final class UnitSample extends UnitProblem {
  /** Rows of X'X are kept up to so many values, 256 MB; later ones are made anew when asked for. */
  private static final long MOST_KEPT = 1L << 25;

  private final int given;
  private final UnitColumn[] columns;
  private final double[][] byRow;
  private final double[] rootWeights;
  private final double[] outcome;
  private final double[] moments;
  private final double outcomeCentre;
  private final double outcomeSize;
  private final boolean flat;
  private final AtomicReferenceArray<double[]> gram;
  private final AtomicInteger keepable;

  UnitSample(Sample sample, ElasticNetOptions options) {
    var weights = normalised(sample.weights().toArray());
    var y = sample.outcome().toArray();
    boolean centred = options.intercept();
    given = sample.predictors().count();
    rootWeights = Arrays.stream(weights).map(Math::sqrt).toArray();
    outcomeCentre = centred ? Moments.weightedMean(y, weights) : 0;
    outcomeSize = UnitColumn.size(y, weights, outcomeCentre);
    flat = !UnitColumn.tells(outcomeSize) || (centred && Moments.constant(y, weights));
    outcome = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      outcome[i] = flat ? 0 : rootWeights[i] * ((y[i] - outcomeCentre) / outcomeSize);
    }
    columns = usable(sample.predictors(), weights, options);
    byRow = new double[y.length][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < y.length; i++) {
        byRow[i][j] = columns[j].values()[i];
      }
    }
    moments = new double[columns.length];
    multiplyTransposed(outcome, moments);
    gram = new AtomicReferenceArray<>(columns.length);
    keepable = new AtomicInteger((int) (MOST_KEPT / Math.max(1, columns.length)));
  }

  @Override
  int count() {
    return columns.length;
  }

  @Override
  int index(int column) {
    return columns[column].index();
  }

  @Override
  double centre(int column) {
    return columns[column].centre();
  }

  @Override
  double size(int column) {
    return columns[column].size();
  }

  @Override
  double sd(int column) {
    return columns[column].sd();
  }

  @Override
  int rows() {
    return outcome.length;
  }

  @Override
  int given() {
    return given;
  }

  @Override
  double outcomeCentre() {
    return outcomeCentre;
  }

  @Override
  double outcomeSize() {
    return outcomeSize;
  }

  @Override
  boolean flat() {
    return flat;
  }

  @Override
  double[] moments() {
    return moments;
  }

  @Override
  void gramInto(int column, int[] wanted, int from, int to, double[] target) {
    var row = gramRow(column);
    for (int k = from; k < to; k++) {
      target[k] = row[wanted[k]];
    }
  }

  @Override
  UnitSample shared() {
    return this;
  }

  @Override
  int sharedColumn(int column) {
    return column;
  }

  @Override
  double scale(int column) {
    return 1;
  }

  @Override
  void column(int column, double[] into) {
    System.arraycopy(values(column), 0, into, 0, into.length);
  }

  @Override
  void residual(int[] members, double[] coefficients, int size, double[] into) {
    System.arraycopy(outcome, 0, into, 0, outcome.length);
    var columnOf = new double[size][];
    for (int t = 0; t < size; t++) {
      columnOf[t] = values(members[t]);
    }
    RowKernels.subtract(into, coefficients, columnOf, size, 0, into.length);
  }

  /** The column: (root of weight) * (x - centre) / size, one per row; not to be written to. */
  double[] values(int column) {
    return columns[column].values();
  }

  /** All columns of one row; not to be written to. */
  double[] row(int row) {
    return byRow[row];
  }

  /** (root of weight) * (y - centre) / size of one row. */
  double outcome(int row) {
    return outcome[row];
  }

  /** Root of the share of a row in the sum of weights. */
  double rootWeight(int row) {
    return rootWeights[row];
  }

  /** Row of X'X, the same whoever asks first; not to be written to. */
  double[] gramRow(int column) {
    var known = gram.get(column);
    if (known != null) {
      return known;
    }
    var made = new double[columns.length];
    multiplyTransposed(columns[column].values(), made);
    if (keepable.getAndDecrement() > 0) {
      gram.set(column, made);
    }
    return made;
  }

  /** result = X' vector, summed over rows in order, four at a time. */
  void multiplyTransposed(double[] vector, double[] result) {
    Arrays.fill(result, 0);
    var negated = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      negated[i] = -vector[i];
    }
    RowKernels.subtract(result, negated, byRow, vector.length, 0, result.length);
  }

  /** x' vector for one column, summed over rows in order. */
  double product(int column, double[] vector) {
    return DotKernels.one(columns[column].values(), vector, 0, vector.length);
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
      if (UnitColumn.tells(column.sd())) {
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
