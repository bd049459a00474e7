package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * Upper Cholesky factor of the support's part of X'X + curvature * Q, made row by row and kept
 * between calls as far as the order of the support and the curvature allow. Source: Golub, Van
 * Loan, Matrix Computations, 4.2.
 */
final class CholeskySystem implements SupportSystem {
  /** A pivot below this share of its diagonal is rounding error: the column adds nothing new. */
  private static final double DEPENDENT = 1e-13;

  private final WorkingSet set;
  private final UnitPenalty penalty;
  private double[][] factor = new double[16][16];
  private double[] multipliers = new double[16];
  private int[] order = new int[16];
  private int size;
  private double curvature = Double.NaN;

  CholeskySystem(WorkingSet set, UnitPenalty penalty) {
    this.set = set;
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
    int count = support.size();
    if (same == count) {
      size = count;
      return -1;
    }
    makeRoom(count);
    for (int a = same; a < count; a++) {
      order[a] = support.at(a);
    }
    for (size = 0; size < count; size++) {
      if (!eliminate(size, Math.max(size, same), count)) {
        return size;
      }
    }
    return -1;
  }

  @Override
  public void solve(Support support, double[] right) {
    for (int a = 0; a < size; a++) {
      var row = factor[a];
      double value = right[a] / row[a];
      right[a] = value;
      RowKernels.subtract(right, value, row, a + 1, size);
    }
    back(right, size);
  }

  /** Weights w for which the first {@code position} members, weighted, equal the next column. */
  void combination(int position, double[] weights) {
    for (int a = 0; a < position; a++) {
      weights[a] = factor[a][position];
    }
    back(weights, position);
  }

  private void back(double[] right, int count) {
    for (int a = count - 1; a >= 0; a--) {
      var row = factor[a];
      right[a] = (right[a] - DotKernels.one(row, right, a + 1, count)) / row[a];
    }
  }

  /** Makes entries from to - 1 of row a; false if member a depends on those before it. */
  private boolean eliminate(int a, int from, int to) {
    var row = factor[a];
    var products = set.rows[order[a]];
    for (int b = from; b < to; b++) {
      row[b] = products[order[b]];
    }
    double diagonal = 1 + penalty.bend(set.columnAt(order[a]), curvature);
    if (from == a) {
      row[a] = diagonal;
    }
    for (int q = 0; q < a; q++) {
      multipliers[q] = factor[q][a];
    }
    RowKernels.subtract(row, multipliers, factor, a, from, to);
    if (from == a) {
      if (!(row[a] > DEPENDENT * diagonal)) {
        return false;
      }
      row[a] = Math.sqrt(row[a]);
      from++;
    }
    double inverse = 1 / row[a];
    for (int b = from; b < to; b++) {
      row[b] *= inverse;
    }
    return true;
  }

  private void makeRoom(int count) {
    if (count > order.length) {
      int capacity = Math.max(count, 2 * order.length);
      order = Arrays.copyOf(order, capacity);
      multipliers = new double[capacity];
      int rows = factor.length;
      factor = Arrays.copyOf(factor, capacity);
      for (int a = 0; a < capacity; a++) {
        factor[a] = a < rows ? Arrays.copyOf(factor[a], capacity) : new double[capacity];
      }
    }
  }
}
