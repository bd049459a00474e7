package org.planlock.stats.elasticnet;

import java.util.Arrays;
import org.planlock.stats.Moments;
import org.planlock.stats.Sample;

/**
 * Checks a fit against the optimality conditions written out from the objective's definition, with
 * nothing taken from the solver: an independent certificate.
 */
final class Optimality {
  private Optimality() {}

  /** Largest violation, columns and outcome at unit 1/n sd, or unit rms without an intercept. */
  static double violation(
      Sample sample, ElasticNetOptions options, double[] factors, ElasticNetFit fit) {
    var y = sample.outcome().toArray();
    var w = sample.weights().toArray();
    double total = 0;
    for (double weight : w) {
      total += weight;
    }
    for (int i = 0; i < w.length; i++) {
      w[i] /= total;
    }
    double ySize = options.intercept() ? sd(y, w) : Math.sqrt(sum(y, y, w));
    var fitted = fit.predict(sample.predictors()).toArray();
    var residual = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      residual[i] = y[i] - fitted[i];
    }
    double worst = 0;
    for (int j = 0; j < sample.predictors().count(); j++) {
      var x = sample.predictors().column(j);
      if (Moments.constant(x) || options.penaltyFactors().excluded().contains(j)) {
        if (fit.coefficients().at(j) != 0) {
          return Double.POSITIVE_INFINITY;
        }
        continue;
      }
      double centre = options.intercept() ? mean(x, w) : 0;
      for (int i = 0; i < x.length; i++) {
        x[i] -= centre;
      }
      double sd = sd(x, w);
      double unit = options.standardize() ? sd : 1;
      double b = fit.coefficients().at(j) * unit;
      double ridge = options.objective() == Objective.GLMNET ? ySize : 1;
      double slope = fit.lambda() * fit.l1Ratio() * factors[j];
      double pull =
          sum(x, residual, w) / unit - fit.lambda() * (1 - fit.l1Ratio()) / ridge * factors[j] * b;
      double off = b == 0 ? Math.abs(pull) - slope : Math.abs(pull - slope * Math.signum(b));
      worst = Math.max(worst, off * unit / Math.sqrt(sum(x, x, w)) / ySize);
    }
    return worst;
  }

  private static double mean(double[] x, double[] w) {
    var ones = new double[x.length];
    Arrays.fill(ones, 1);
    return sum(x, ones, w);
  }

  private static double sd(double[] x, double[] w) {
    double mean = mean(x, w);
    var centred = x.clone();
    for (int i = 0; i < x.length; i++) {
      centred[i] -= mean;
    }
    return Math.sqrt(sum(centred, centred, w));
  }

  private static double sum(double[] a, double[] b, double[] w) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += w[i] * a[i] * b[i];
    }
    return sum;
  }
}
