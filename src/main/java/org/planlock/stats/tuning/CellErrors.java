package org.planlock.stats.tuning;

import java.util.List;
import org.planlock.stats.FoldAssignment;

/** Turns the predictions of one cell into its mean loss and its standard error. */
final class CellErrors {
  private final Loss loss;
  private final Aggregation aggregation;
  private final List<FoldAssignment> repeats;
  private final double[] outcome;
  private final double[] weights;

  CellErrors(
      Loss loss,
      Aggregation aggregation,
      List<FoldAssignment> repeats,
      double[] outcome,
      double[] weights) {
    this.loss = loss;
    this.aggregation = aggregation;
    this.repeats = repeats;
    this.outcome = outcome;
    this.weights = weights;
  }

  record CellError(double mean, double standardError) {}

  CellError of(double[][] predictionsByRepeat) {
    return aggregation == Aggregation.ROWS
        ? ofRows(predictionsByRepeat)
        : ofFolds(predictionsByRepeat);
  }

  /** A row's error is its mean over the repeats, so rows stay the units that are counted. */
  private CellError ofRows(double[][] predictionsByRepeat) {
    var errors = new double[outcome.length];
    for (var predictions : predictionsByRepeat) {
      for (int i = 0; i < errors.length; i++) {
        errors[i] += loss.of(outcome[i], predictions[i]);
      }
    }
    for (int i = 0; i < errors.length; i++) {
      errors[i] /= predictionsByRepeat.length;
    }
    return summary(errors, weights);
  }

  /** Folds of all repeats are the units. */
  private CellError ofFolds(double[][] predictionsByRepeat) {
    int units = repeats.stream().mapToInt(FoldAssignment::count).sum();
    var errors = new double[units];
    var sums = new double[units];
    int first = 0;
    for (int r = 0; r < predictionsByRepeat.length; r++) {
      var folds = repeats.get(r);
      for (int i = 0; i < outcome.length; i++) {
        errors[first + folds.foldOf(i)] +=
            weights[i] * loss.of(outcome[i], predictionsByRepeat[r][i]);
        sums[first + folds.foldOf(i)] += weights[i];
      }
      first += folds.count();
    }
    for (int u = 0; u < units; u++) {
      errors[u] = sums[u] > 0 ? errors[u] / sums[u] : 0;
      sums[u] = aggregation == Aggregation.FOLDS && sums[u] > 0 ? 1 : sums[u];
    }
    return summary(errors, sums);
  }

  private static CellError summary(double[] errors, double[] counts) {
    double total = 0;
    double sum = 0;
    for (int i = 0; i < errors.length; i++) {
      total += counts[i];
      sum += counts[i] * errors[i];
    }
    double mean = sum / total;
    double spread = 0;
    for (int i = 0; i < errors.length; i++) {
      spread += counts[i] * (errors[i] - mean) * (errors[i] - mean);
    }
    return new CellError(mean, Math.sqrt(spread / total / (errors.length - 1)));
  }
}
