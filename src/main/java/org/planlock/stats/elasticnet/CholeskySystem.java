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

  /** Above one member in so many that leave, making the factor anew is quicker. */
  private static final int REMOVALS_SHARE = 16;

  /** So many more members are appended to a larger factor column by column, not row by row. */
  private static final int FEW = 16;

  private final WorkingSet set;
  private final UnitPenalty penalty;
  private double[][] factor = new double[16][16];
  private final FactorRows rows = new FactorRows();
  private final Triangles triangles = new Triangles();
  private double[] column = new double[16];
  private double[] next = new double[16];
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
    int same = keepOnly(support);
    int count = support.size();
    if (same == count) {
      size = count;
      return -1;
    }
    makeRoom(count);
    for (int a = same; a < count; a++) {
      order[a] = support.at(a);
    }
    boolean few = count - same <= FEW && same >= 2 * FEW;
    size = few ? same : 0;
    while (size < count) {
      if (!(few ? append(count) : extend(same, count))) {
        return size;
      }
    }
    return -1;
  }

  /** Appends the next column or two; false if the member of the next depends on those before. */
  private boolean append(int count) {
    int a = size;
    boolean two = a + 1 < count;
    gather(a, column);
    if (two) {
      gather(a + 1, next);
      triangles.forwardTwo(factor, column, next, a);
    } else {
      triangles.forward(factor, column, a);
    }
    if (!put(a, column)) {
      return false;
    }
    if (two) {
      double product = DotKernels.one(column, next, 0, a);
      next[a] = (next[a] - product) / factor[a][a];
    }
    return !two || put(a + 1, next);
  }

  /** Entries of a member with those before it, and with the one before that is not in yet. */
  private void gather(int a, double[] into) {
    var products = set.rows[order[a]];
    for (int b = 0; b < a; b++) {
      into[b] = products[order[b]];
    }
  }

  private boolean put(int a, double[] entries) {
    for (int b = 0; b < a; b++) {
      factor[b][a] = entries[b];
    }
    double pivot = diagonal(a) - DotKernels.one(entries, entries, 0, a);
    if (!(pivot > DEPENDENT * diagonal(a))) {
      return false;
    }
    factor[a][a] = Math.sqrt(pivot);
    size++;
    return true;
  }

  /**
   * Takes members that have left out of the factor, so that it begins as the support does.
   *
   * @return for how many members the factor is still right
   */
  private int keepOnly(Support support) {
    int most = size / REMOVALS_SHARE;
    int same = 0;
    while (same < size && same < support.size()) {
      if (order[same] == support.at(same)) {
        same++;
      } else if (most-- > 0) {
        remove(same);
      } else {
        break;
      }
    }
    return same;
  }

  /**
   * Takes one member out: the rows below are turned back into a triangle by plane rotations.
   * Source: Golub, Van Loan, Matrix Computations, 6.5.2.
   */
  private void remove(int position) {
    size--;
    for (int a = 0; a < position; a++) {
      System.arraycopy(factor[a], position + 1, factor[a], position, size - position);
    }
    var carried = factor[position];
    for (int a = position; a < size; a++) {
      var row = factor[a + 1];
      double pivot = Math.hypot(carried[a + 1], row[a + 1]);
      RowKernels.rotate(row, carried, carried[a + 1] / pivot, row[a + 1] / pivot, a + 1, size + 1);
      System.arraycopy(row, a + 1, row, a, size - a);
      factor[a] = row;
    }
    factor[size] = carried;
    System.arraycopy(order, position + 1, order, position, size - position);
  }

  @Override
  public void solve(Support support, double[] right) {
    triangles.forward(factor, right, size);
    triangles.back(factor, right, size);
  }

  /** Weights w for which the first {@code position} members, weighted, equal the next column. */
  void combination(int position, double[] weights) {
    for (int a = 0; a < position; a++) {
      weights[a] = factor[a][position];
    }
    triangles.back(factor, weights, position);
  }

  /** Makes the next row or two; false if the member of the next one depends on those before. */
  private boolean extend(int same, int count) {
    int a = size;
    int from = Math.max(a, same);
    fill(a, from, count);
    if (a + 1 == count) {
      rows.reduce(factor, a, from, count);
      return finish(a, from, count);
    }
    fill(a + 1, from, count);
    rows.reduceTwo(factor, a, from, count);
    if (!finish(a, from, count)) {
      return false;
    }
    RowKernels.subtract(factor[a + 1], factor[a][a + 1], factor[a], from, count);
    return finish(a + 1, Math.max(a + 1, same), count);
  }

  private void fill(int a, int from, int to) {
    var row = factor[a];
    var products = set.rows[order[a]];
    for (int b = from; b < to; b++) {
      row[b] = products[order[b]];
    }
    if (from <= a) {
      row[a] = diagonal(a);
    }
  }

  private double diagonal(int a) {
    return 1 + penalty.bend(set.columnAt(order[a]), curvature);
  }

  /** Divides a row by its pivot; false if that is no more than rounding error. */
  private boolean finish(int a, int from, int to) {
    var row = factor[a];
    int next = from;
    if (from == a) {
      if (!(row[a] > DEPENDENT * diagonal(a))) {
        return false;
      }
      row[a] = Math.sqrt(row[a]);
      next++;
    }
    double inverse = 1 / row[a];
    for (int b = next; b < to; b++) {
      row[b] *= inverse;
    }
    size++;
    return true;
  }

  private void makeRoom(int count) {
    if (count > order.length) {
      int capacity = Math.max(count, 2 * order.length);
      order = Arrays.copyOf(order, capacity);
      column = new double[capacity];
      next = new double[capacity];
      int made = factor.length;
      factor = Arrays.copyOf(factor, capacity);
      for (int a = 0; a < capacity; a++) {
        factor[a] = a < made ? Arrays.copyOf(factor[a], capacity) : new double[capacity];
      }
    }
  }
}
