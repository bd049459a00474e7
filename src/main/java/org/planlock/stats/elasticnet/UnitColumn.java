package org.planlock.stats.elasticnet;

import org.planlock.stats.Moments;

/**
 * A column as a fit sees it: centred, divided by its size, rows multiplied by the root of their
 * weight, so that its sum of squares is 1.
 */
final class UnitColumn {
  /** Only a column that differs in rows of next to no weight is smaller, and it tells nothing. */
  private static final double LEAST_SIZE = 1e-155;

  private final int index;
  private final double[] values;
  private final double centre;
  private final double size;
  private final double sd;

  private UnitColumn(int index, double[] values, double centre, double size, double sd) {
    this.index = index;
    this.values = values;
    this.centre = centre;
    this.size = size;
    this.sd = sd;
  }

  /** Which column of the sample it is. */
  int index() {
    return index;
  }

  /** (root of weight) * (x - centre) / size, one per row; not to be written to. */
  double[] values() {
    return values;
  }

  /** Weighted mean, or 0 without an intercept. */
  double centre() {
    return centre;
  }

  /** Root of the weighted mean square around the centre. */
  double size() {
    return size;
  }

  /** Weighted standard deviation, 1/n form; equal to the size when there is an intercept. */
  double sd() {
    return sd;
  }

  /** Whether the rows that count tell apart values of this 1/n standard deviation or size. */
  static boolean tells(double size) {
    return size >= LEAST_SIZE;
  }

  /** Scales one column; its values must not be all the same where weights are positive. */
  static UnitColumn of(int index, double[] x, double[] weights, boolean centred) {
    double mean = Moments.weightedMean(x, weights);
    double sd = size(x, weights, mean);
    double centre = centred ? mean : 0;
    double size = centred ? sd : size(x, weights, 0);
    var values = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      values[i] = Math.sqrt(weights[i]) * ((x[i] - centre) / size);
    }
    return new UnitColumn(index, values, centre, size, sd);
  }

  /** Root of the weighted mean square around a centre, safe for values whose squares underflow. */
  static double size(double[] x, double[] weights, double centre) {
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = weights[i] > 0 ? Math.max(largest, Math.abs(x[i] - centre)) : largest;
    }
    if (!tells(largest)) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double part = weights[i] > 0 ? (x[i] - centre) / largest : 0;
      sum += weights[i] * part * part;
    }
    return largest * Math.sqrt(sum);
  }
}
