package org.planlock.stats.elasticnet;

import java.util.Arrays;
import org.planlock.stats.Sample;

/**
 * Checks a fit against the optimality conditions written out from the objective's definition, with
 * nothing taken from the solver: an independent certificate.
 */
final class Optimality {
  private Optimality() {}

  /**
   * Largest violation, columns at unit 1/n sd, or unit rms without an intercept, and so a gaussian
   * outcome.
   */
  static double violation(
      Sample sample, ElasticNetOptions options, double[] factors, ElasticNetFit fit) {
    var y = sample.outcome().toArray();
    var w = shares(sample);
    boolean logits = options.family() == Family.BINOMIAL;
    double ySize = logits ? 1 : options.intercept() ? sd(y, w) : root(y, w);
    var residual = fit.predict(sample.predictors()).toArray();
    for (int i = 0; i < y.length; i++) {
      residual[i] = y[i] - (logits ? 1 / (1 + StrictMath.exp(-residual[i])) : residual[i]);
    }
    double worst = 0;
    for (int j = 0; j < sample.predictors().count(); j++) {
      var x = sample.predictors().column(j);
      double b = fit.coefficients().at(j);
      if (isConstant(x, w) || options.penaltyFactors().excluded().contains(j)) {
        if (b != 0) {
          return Double.POSITIVE_INFINITY;
        }
        continue;
      }
      double sd = sd(x, w);
      double centre = options.intercept() ? mean(x, w) : 0;
      for (int i = 0; i < x.length; i++) {
        x[i] -= centre;
      }
      double unit = options.standardize() ? sd : 1;
      double size = options.intercept() ? sd : root(x, w);
      double ridge = logits || options.objective() == Objective.TEXTBOOK ? 1 : ySize;
      double slope = fit.lambda() * fit.l1Ratio() * factors[j];
      double bend = fit.lambda() * (1 - fit.l1Ratio()) / ridge * factors[j];
      if (bend / size * unit / size * unit > 1e299 && Math.abs(b) * size <= 1e-299 * ySize) {
        continue; // the optimum is nearer to 0 than fitted values can tell
      }
      double pull = product(x, residual, w, size) * (size / unit) - bend * (b * unit);
      double up = pull - (b < 0 ? -slope : slope);
      double down = -pull - (b > 0 ? -slope : slope);
      double off = b < options.limits().upper(j) * (1 - 1e-12) ? up : 0;
      off = Math.max(off, b > options.limits().lower(j) * (1 - 1e-12) ? down : 0);
      worst = Math.max(worst, off * (unit / size) / ySize);
    }
    return worst;
  }

  /** Whether no row that counts differs from another by as much as can be squared. */
  private static boolean isConstant(double[] x, double[] w) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      lowest = w[i] > 0 ? Math.min(lowest, x[i]) : lowest;
      highest = w[i] > 0 ? Math.max(highest, x[i]) : highest;
    }
    return highest - lowest < 1e-150;
  }

  private static double[] shares(Sample sample) {
    var w = sample.weights().toArray();
    double total = Arrays.stream(w).sum();
    return Arrays.stream(w).map(weight -> weight / total).toArray();
  }

  private static double mean(double[] x, double[] w) {
    double first = 0;
    for (int i = 0; i < x.length; i++) {
      first += w[i] * x[i];
    }
    double rest = 0;
    for (int i = 0; i < x.length; i++) {
      rest += w[i] * (x[i] - first);
    }
    return first + rest;
  }

  private static double sd(double[] x, double[] w) {
    double mean = mean(x, w);
    return root(Arrays.stream(x).map(value -> value - mean).toArray(), w);
  }

  /** Root of the weighted mean square. */
  private static double root(double[] x, double[] w) {
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = w[i] > 0 ? Math.max(largest, Math.abs(x[i])) : largest;
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += w[i] > 0 ? w[i] * (x[i] / largest) * (x[i] / largest) : 0;
    }
    return largest * Math.sqrt(sum);
  }

  /** Weighted sum of products, the first factor divided by its size. */
  private static double product(double[] a, double[] b, double[] w, double size) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += w[i] > 0 ? w[i] * (a[i] / size) * b[i] : 0;
    }
    return sum;
  }
}
