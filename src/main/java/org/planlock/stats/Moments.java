package org.planlock.stats;

import java.util.Arrays;

/** Mean, median and standard deviations by their definitions, of at least one number. */
public final class Moments {
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

  /** Whether all values count as one. */
  public static boolean constant(double[] values) {
    var extent = new Extent();
    for (double value : values) {
      extent.take(value);
    }
    return extent.isOne();
  }

  /** Whether all values of positive weight count as one. */
  public static boolean constant(double[] x, double[] weights) {
    var extent = new Extent();
    for (int i = 0; i < x.length; i++) {
      if (weights[i] > 0) {
        extent.take(x[i]);
      }
    }
    return extent.isOne();
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
