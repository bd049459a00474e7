package org.planlock.stats;

import java.util.Arrays;

/** The rows that one fit sees: predictors, outcome and observation weights. */
public final class Sample {
  private final Columns predictors;
  private final double[] outcome;
  private final double[] weights;

  private Sample(Columns predictors, double[] outcome, double[] weights) {
    this.predictors = predictors;
    this.outcome = outcome;
    this.weights = weights;
    check();
  }

  /** Rows of equal weight. */
  public static Sample of(Columns predictors, double[] outcome) {
    var ones = new double[outcome.length];
    Arrays.fill(ones, 1);
    return new Sample(predictors, outcome.clone(), ones);
  }

  /** Weighted rows; only the proportions of the weights matter to a fit. */
  public static Sample of(Columns predictors, double[] outcome, double[] weights) {
    return new Sample(predictors, outcome.clone(), weights.clone());
  }

  /** The columns, one value a row. */
  public Columns predictors() {
    return predictors;
  }

  /** The outcome, one value a row. */
  public DoubleVector outcome() {
    return DoubleVector.of(outcome);
  }

  /** The weights as given, one a row. */
  public DoubleVector weights() {
    return DoubleVector.of(weights);
  }

  /** How many rows there are. */
  public int rows() {
    return outcome.length;
  }

  /** The same sample at the given rows only, in the given order. */
  public Sample atRows(int... chosen) {
    return new Sample(
        predictors.atRows(chosen), Columns.at(outcome, chosen), Columns.at(weights, chosen));
  }

  double[] sharedOutcome() {
    return outcome;
  }

  double[] sharedWeights() {
    return weights;
  }

  private void check() {
    if (outcome.length != predictors.rows() || weights.length != outcome.length) {
      throw new IllegalArgumentException(
          predictors.rows()
              + " rows of predictors, "
              + outcome.length
              + " of outcome and "
              + weights.length
              + " of weights");
    }
    Columns.requireFinite("the outcome", outcome);
    Columns.requireFinite("the weights", weights);
    double sum = 0;
    for (double weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("a weight is negative: " + weight);
      }
      sum += weight;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("the weights sum to zero");
    }
  }
}
