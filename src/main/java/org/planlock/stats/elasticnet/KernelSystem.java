package org.planlock.stats.elasticnet;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The same system through its rows, for supports larger than the number of rows: with D = curvature
 * * Q and K = I + X D^-1 X', the solution of (X'X + D) d = right is D^-1 (right - X' K^-1 X D^-1
 * right). Source: Woodbury identity, Golub, Van Loan, Matrix Computations, 2.1.4. X Q^-1 X' changes
 * only with the support, so a new lambda costs one factorisation of order rows.
 */
final class KernelSystem implements SupportSystem {
  /** Taking columns away leaves rounding behind; after so many the kernel is made anew. */
  private static final int MOST_REMOVALS = 64;

  /** So many columns may come or go before the factor is made anew: beyond, that is quicker. */
  private static final int MOST_UPDATES = 8;

  private static final int EIGHT = 8;

  private final WorkingSet set;
  private final UnitPenalty penalty;
  private final double[][] kernel;
  private final double[][] factor;
  private final FactorRows rows = new FactorRows();
  private final Triangles triangles = new Triangles();
  private final double[] byRow;
  private double[][] columns = new double[0][];
  private double[][] chosen = new double[EIGHT][];
  private double[] weights = new double[0];
  private double[] factors = new double[EIGHT];
  private boolean[] held = new boolean[0];
  private int removals;
  private double curvature;

  KernelSystem(WorkingSet set, UnitPenalty penalty) {
    this.set = set;
    this.penalty = penalty;
    int n = set.problem().shared().rows();
    kernel = new double[n][n];
    factor = new double[n][n];
    byRow = new double[n];
  }

  /** Every member must have a positive square penalty, so nothing can depend on the others. */
  @Override
  public int prepare(Support support, double wanted) {
    int changes = gather(support, wanted == curvature);
    if (changes > MOST_UPDATES || wanted != curvature) {
      curvature = wanted;
      factorise();
    }
    return -1;
  }

  @Override
  public void solve(Support support, double[] right) {
    int n = byRow.length;
    int size = support.size();
    makeRoom(size);
    for (int a = 0; a < size; a++) {
      weights[a] = weight(support.at(a));
      chosen[a] = column(support.at(a));
      factors[a] = -right[a] / weights[a];
    }
    Arrays.fill(byRow, 0);
    RowKernels.subtract(byRow, factors, chosen, size, 0, n);
    substitute();
    Arrays.fill(chosen, size, size + EIGHT, chosen[0]);
    for (int a = 0; a < size; a += EIGHT) {
      DotKernels.eight(chosen, a, byRow, 0, n, factors, a);
    }
    for (int a = 0; a < size; a++) {
      right[a] = (right[a] - factors[a]) / weights[a];
    }
  }

  private void makeRoom(int size) {
    if (weights.length < size) {
      weights = new double[2 * size];
      factors = new double[2 * size + EIGHT];
      chosen = new double[2 * size + EIGHT][];
    }
  }

  private double weight(int member) {
    return penalty.bend(set.columnAt(member), curvature);
  }

  /** The column of a member by rows, made when first asked for. */
  private double[] column(int member) {
    if (member >= columns.length) {
      columns = Arrays.copyOf(columns, Math.max(2 * member, 16));
    }
    if (columns[member] == null) {
      columns[member] = new double[byRow.length];
      set.problem().column(set.columnAt(member), columns[member]);
    }
    return columns[member];
  }

  /**
   * Makes the kernel that of the support, and the factor too if that takes few changes.
   *
   * @return how many columns came or went
   */
  private int gather(Support support, boolean factored) {
    var wanted = new boolean[set.members()];
    for (int a = 0; a < support.size(); a++) {
      wanted[support.at(a)] = true;
    }
    held = Arrays.copyOf(held, wanted.length);
    int changes = 0;
    for (int t = 0; t < wanted.length; t++) {
      changes += held[t] != wanted[t] ? 1 : 0;
      removals += held[t] && !wanted[t] ? 1 : 0;
    }
    if (removals > MOST_REMOVALS) {
      clear();
      changes = Integer.MAX_VALUE;
    }
    var changed = IntStream.range(0, wanted.length).filter(t -> wanted[t] != held[t]).toArray();
    change(changed);
    for (int t : changed) {
      if (factored && changes <= MOST_UPDATES && !update(t, wanted[t] ? 1 : -1)) {
        changes = Integer.MAX_VALUE;
      }
    }
    held = wanted;
    return changes;
  }

  private void clear() {
    removals = 0;
    Arrays.fill(held, false);
    for (var row : kernel) {
      Arrays.fill(row, 0);
    }
  }

  /** Adds to the kernel the columns that it does not hold, and takes away the others. */
  private void change(int[] members) {
    var changed = new double[members.length][];
    var scales = new double[members.length];
    var factors = new double[members.length];
    for (int m = 0; m < members.length; m++) {
      changed[m] = column(members[m]);
      double square = penalty.square(set.columnAt(members[m]));
      scales[m] = (held[members[m]] ? 1 : -1) / square;
    }
    for (int i = 0; i < kernel.length; i++) {
      for (int m = 0; m < members.length; m++) {
        factors[m] = scales[m] * changed[m][i];
      }
      RowKernels.subtract(kernel[i], factors, changed, members.length, i, kernel.length);
    }
  }

  /**
   * Changes the factor for one column more or less, by plane rotations. Source: Golub, Van Loan,
   * Matrix Computations, 6.5.4.
   *
   * @return false if the factor is lost to rounding
   */
  private boolean update(int member, int sign) {
    double scale = 1 / Math.sqrt(weight(member));
    var x = column(member);
    var vector = byRow;
    for (int i = 0; i < x.length; i++) {
      vector[i] = scale * x[i];
    }
    for (int i = 0; i < x.length; i++) {
      var row = factor[i];
      double square = row[i] * row[i] + sign * vector[i] * vector[i];
      if (!(square > 0.5)) {
        return false;
      }
      double pivot = Math.sqrt(square);
      double cosine = pivot / row[i];
      double sine = vector[i] / row[i];
      row[i] = pivot;
      rotate(row, vector, sign * sine / cosine, 1 / cosine, sine, cosine, i + 1);
    }
    return true;
  }

  /** row = row / cosine + slope * vector, then vector = cosine * vector - sine * row. */
  private static void rotate(
      double[] row,
      double[] vector,
      double slope,
      double inverse,
      double sine,
      double cosine,
      int from) {
    for (int k = from; k < row.length; k++) {
      double turned = row[k] * inverse + slope * vector[k];
      vector[k] = cosine * vector[k] - sine * turned;
      row[k] = turned;
    }
  }

  /** Upper Cholesky factor of I + kernel / curvature; its pivots cannot fall below 1. */
  private void factorise() {
    int n = factor.length;
    for (int i = 0; i < n; i += 2) {
      fill(i, i);
      if (i + 1 < n) {
        fill(i + 1, i);
        rows.reduceTwo(factor, i, i, n);
        finish(i);
        RowKernels.subtract(factor[i + 1], factor[i][i + 1], factor[i], i + 1, n);
        finish(i + 1);
      } else {
        rows.reduce(factor, i, i, n);
        finish(i);
      }
    }
  }

  private void fill(int i, int from) {
    var row = factor[i];
    for (int k = from; k < row.length; k++) {
      row[k] = kernel[i][k] / curvature;
    }
    row[i] += 1;
  }

  private void finish(int i) {
    var row = factor[i];
    row[i] = Math.sqrt(Math.max(row[i], 1));
    double inverse = 1 / row[i];
    for (int k = i + 1; k < row.length; k++) {
      row[k] *= inverse;
    }
  }

  private void substitute() {
    triangles.forward(factor, byRow, byRow.length);
    triangles.back(factor, byRow, byRow.length);
  }
}
