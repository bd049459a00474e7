package org.planlock.stats.elasticnet;

import java.util.Arrays;

/** Probabilities of logits, their likelihood and its first two derivatives by the logit. */
final class Logits {
  private final BinomialSample sample;

  /** Linear predictors, one a row. */
  final double[] values;

  /** weight * (outcome - probability). */
  final double[] residual;

  /** weight * probability * (1 - probability). */
  final double[] curvature;

  Logits(BinomialSample sample) {
    this.sample = sample;
    values = new double[sample.rows()];
    residual = new double[sample.rows()];
    curvature = new double[sample.rows()];
  }

  /** Moves to the logits of these coefficients. */
  void moveTo(double constant, double[] coefficients) {
    predict(constant, coefficients, values);
    for (int i = 0; i < values.length; i++) {
      double small = StrictMath.exp(-Math.abs(values[i]));
      double rarer = small / (1 + small);
      double one = values[i] > 0 ? 1 - rarer : rarer;
      double zero = values[i] > 0 ? rarer : 1 - rarer;
      double y = sample.outcome[i];
      residual[i] = sample.weights[i] * (y * zero - (1 - y) * one);
      curvature[i] = sample.weights[i] * one * zero;
    }
  }

  /** Writes the linear predictor of these coefficients. */
  void predict(double constant, double[] coefficients, double[] into) {
    Arrays.fill(into, constant);
    for (int j = 0; j < coefficients.length; j++) {
      if (coefficients[j] != 0) {
        var column = sample.column(j);
        for (int i = 0; i < into.length; i++) {
          into[i] += coefficients[j] * column[i];
        }
      }
    }
  }

  /** Mean over weights of log(1 + exp(logit)) - outcome * logit: half the deviance of classes. */
  double loss() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double size = Math.abs(values[i]);
      double wrong = values[i] > 0 ? 1 - sample.outcome[i] : sample.outcome[i];
      sum += sample.weights[i] * (wrong * size + StrictMath.log1p(StrictMath.exp(-size)));
    }
    return sum;
  }

  /** Descent of the loss along every column. */
  double[] descents() {
    var descents = new double[sample.count()];
    for (int j = 0; j < descents.length; j++) {
      descents[j] = DotKernels.one(sample.column(j), residual, 0, residual.length);
    }
    return descents;
  }

  /** Sum of the curvatures. */
  double variance() {
    double sum = 0;
    for (double part : curvature) {
      sum += part;
    }
    return sum;
  }
}
