package org.planlock.stats;

import java.util.Arrays;

/** Mean, median and standard deviations by their definitions, of at least one number. */
public final class Moments {
  /** Differences below this have squares that are no numbers any more, or hardly. */
  private static final double NO_DIFFERENCE = 1e-150;

  private Moments() {}

  /** Sum over count, summed in the order given. */
  public static double mean(double[] values) {
    require(values, 1);
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Middle value, or the mean of the two middle values. */
  public static double median(double[] values) {
    require(values, 1);
    var sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Root of the squared deviations' sum over n - 1; needs two numbers. */
  public static double sampleSd(double[] values) {
    require(values, 2);
    return Math.sqrt(squaredDeviations(values, mean(values)) / (values.length - 1));
  }

  /** Root of the squared deviations' sum over n. */
  public static double populationSd(double[] values) {
    return Math.sqrt(squaredDeviations(values, mean(values)) / values.length);
  }

  /** Sum of squared deviations from a centre, in the order given. */
  static double squaredDeviations(double[] values, double centre) {
    double sum = 0;
    for (double value : values) {
      sum += (value - centre) * (value - centre);
    }
    return sum;
  }

  /** Whether two values are one, as far as their difference could be squared. */
  public static boolean same(double a, double b) {
    return Math.abs(a - b) < NO_DIFFERENCE;
  }

  /** Whether all values are the same. */
  public static boolean constant(double[] values) {
    for (double value : values) {
      if (!same(value, values[0])) {
        return false;
      }
    }
    return true;
  }

  /** Whether all values of positive weight are the same. */
  public static boolean constant(double[] x, double[] weights) {
    double first = Double.NaN;
    for (int i = 0; i < x.length; i++) {
      if (weights[i] > 0) {
        if (Double.isNaN(first)) {
          first = x[i];
        } else if (!same(x[i], first)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Weighted mean, weights summing to 1, with one correction step for values far from 0. */
  public static double weightedMean(double[] x, double[] weights) {
    double mean = 0;
    for (int i = 0; i < x.length; i++) {
      mean += weights[i] * x[i];
    }
    double rest = 0;
    for (int i = 0; i < x.length; i++) {
      rest += weights[i] * (x[i] - mean);
    }
    return mean + rest;
  }

  private static void require(double[] values, int least) {
    if (values.length < least) {
      throw new IllegalArgumentException(values.length + " numbers where " + least + " are needed");
    }
    for (double value : values) {
      if (Double.isNaN(value)) {
        throw new IllegalArgumentException("a missing value among the numbers");
      }
    }
  }
}
