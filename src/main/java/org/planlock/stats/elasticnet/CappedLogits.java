package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * What a logistic fit says of each row, as glmnet has it: shares beyond a cap count as 0 or 1; and
 * the weighted least-squares problem that stands in for it there: shares, curvature and weighted
 * residual. Source: Friedman, Hastie, Tibshirani 2010, J Stat Softw 33(1), equations 15 to 17.
 */
final class CappedLogits {
  /** Beyond this logit a probability counts as 0 or 1, so that no coefficient wanders off. */
  private static final double LARGEST_LOGIT = StrictMath.log(1 / BinomialSample.SMALLEST_SHARE - 1);

  private final BinomialSample sample;
  private final double[] scratch;
  private final double[] logits;
  private final double[] shares;
  private final double[] curvature;
  private final double[] residual;
  private double variance;

  CappedLogits(BinomialSample sample) {
    this.sample = sample;
    scratch = new double[sample.rows()];
    logits = new double[sample.rows()];
    shares = new double[sample.rows()];
    curvature = new double[sample.rows()];
    residual = new double[sample.rows()];
  }

  /** The fit without columns, in which every row has the same share. */
  void allAlike(double share) {
    variance = share * (1 - share);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = share;
      curvature[i] = variance * sample.weights[i];
    }
    restoreResidual();
  }

  /** Takes the Newton step: shares and curvature at the coefficients as they are now. */
  void relinearise(double constant, double[] coefficients, int[] order, int entered) {
    Arrays.fill(logits, constant);
    for (int a = 0; a < entered; a++) {
      var column = sample.column(order[a]);
      double coefficient = coefficients[order[a]];
      for (int i = 0; i < logits.length; i++) {
        logits[i] += coefficient * column[i];
      }
    }
    variance = 0;
    for (int i = 0; i < shares.length; i++) {
      if (logits[i] < -LARGEST_LOGIT) {
        shares[i] = 0;
      } else if (logits[i] > LARGEST_LOGIT) {
        shares[i] = 1;
      } else {
        shares[i] = 1 / (1 + StrictMath.exp(-logits[i]));
      }
      curvature[i] = sample.weights[i] * shares[i] * (1 - shares[i]);
      variance += curvature[i];
    }
  }

  /** The weighted residual of the shares as they are now. */
  void restoreResidual() {
    for (int i = 0; i < residual.length; i++) {
      residual[i] = sample.weights[i] * (sample.outcome[i] - shares[i]);
    }
  }

  /** The product of a column with the weighted residual. */
  double pull(int j) {
    return DotKernels.one(residual, sample.column(j), 0, residual.length);
  }

  /** The product of a column with itself, weighted by the curvature of each row. */
  double weightedSquare(int j) {
    var column = sample.column(j);
    for (int i = 0; i < column.length; i++) {
      scratch[i] = curvature[i] * column[i];
    }
    return DotKernels.one(scratch, column, 0, scratch.length);
  }

  /** Carries a change of one coefficient into the residual. */
  void move(int j, double step) {
    var column = sample.column(j);
    for (int i = 0; i < residual.length; i++) {
      residual[i] -= step * (curvature[i] * column[i]);
    }
  }

  /** Carries a change of the constant into the residual. */
  void moveConstant(double step) {
    for (int i = 0; i < residual.length; i++) {
      residual[i] -= step * curvature[i];
    }
  }

  double sumOfResiduals() {
    double sum = 0;
    for (double part : residual) {
      sum += part;
    }
    return sum;
  }

  /** The sum of the curvatures; 0 once every share is 0 or 1. */
  double variance() {
    return variance;
  }

  /** Half the deviance per weight, shares kept away from 0 and 1. */
  double halfDeviance() {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      double y = sample.outcome[i];
      sum -= y > 0 ? sample.weights[i] * y * StrictMath.log(inside(shares[i])) : 0;
      sum -= y < 1 ? sample.weights[i] * (1 - y) * StrictMath.log(1 - inside(shares[i])) : 0;
    }
    return sum;
  }

  private static double inside(double share) {
    return Math.min(
        Math.max(share, BinomialSample.SMALLEST_SHARE), 1 - BinomialSample.SMALLEST_SHARE);
  }
}
