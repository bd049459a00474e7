package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * Cholesky factor of the support's Gram matrix, kept between calls as far as the order of the
 * support and the curvature allow. Source: Golub, Van Loan, Matrix Computations, 4.2.
 */
final class CholeskySystem implements SupportSystem {
  /** A pivot below this share of its diagonal is rounding error: the column adds nothing new. */
  private static final double DEPENDENT = 1e-13;

  private final UnitSample sample;
  private final UnitPenalty penalty;
  private double[][] factor = new double[16][];
  private int[] order = new int[16];
  private int size;
  private double curvature = Double.NaN;

  CholeskySystem(UnitSample sample, UnitPenalty penalty) {
    this.sample = sample;
    this.penalty = penalty;
  }

  @Override
  public int prepare(Support support, double wanted) {
    if (wanted != curvature) {
      curvature = wanted;
      size = 0;
    }
    int same = 0;
    while (same < size && same < support.size() && order[same] == support.at(same)) {
      same++;
    }
    size = same;
    while (size < support.size()) {
      if (!append(support.at(size))) {
        return size;
      }
    }
    return -1;
  }

  @Override
  public void solve(Support support, double[] right) {
    for (int i = 0; i < size; i++) {
      right[i] = (right[i] - dot(factor[i], right, i)) / factor[i][i];
    }
    back(right, size);
  }

  /** Weights w for which the first {@code position} members, weighted, equal the next column. */
  void combination(Support support, int position, double[] weights) {
    var row = sample.gramRow(support.at(position));
    for (int i = 0; i < position; i++) {
      weights[i] = (row[order[i]] - dot(factor[i], weights, i)) / factor[i][i];
    }
    back(weights, position);
  }

  private void back(double[] right, int count) {
    for (int i = count - 1; i >= 0; i--) {
      var row = factor[i];
      double value = right[i] / row[i];
      right[i] = value;
      for (int k = 0; k < i; k++) {
        right[k] -= row[k] * value;
      }
    }
  }

  private boolean append(int column) {
    var gram = sample.gramRow(column);
    var row = roomFor(size);
    double sum = 0;
    for (int k = 0; k < size; k++) {
      double value = (gram[order[k]] - dot(row, factor[k], k)) / factor[k][k];
      row[k] = value;
      sum += value * value;
    }
    double diagonal = gram[column] + curvature * penalty.square(column);
    double pivot = diagonal - sum;
    if (!(pivot > DEPENDENT * diagonal)) {
      return false;
    }
    row[size] = Math.sqrt(pivot);
    order[size++] = column;
    return true;
  }

  private double[] roomFor(int position) {
    if (position == factor.length) {
      factor = Arrays.copyOf(factor, 2 * position);
      order = Arrays.copyOf(order, 2 * position);
    }
    if (factor[position] == null) {
      factor[position] = new double[position + 1];
    }
    return factor[position];
  }

  /** Four running sums, because one chain of additions is what the processor would wait for. */
  private static double dot(double[] a, double[] b, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < count; k += 4) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < count; k++) {
      s0 += a[k] * b[k];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
