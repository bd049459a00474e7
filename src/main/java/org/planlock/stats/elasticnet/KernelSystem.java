package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * The same system through its rows, for supports larger than the number of rows: with D = curvature
 * * Q and K = I + X D^-1 X', the solution of (X'X + D) d = right is D^-1 (right - X' K^-1 X D^-1
 * right). Source: Woodbury identity, Golub, Van Loan, Matrix Computations, 2.1.4. X Q^-1 X' changes
 * only with the support, so a new lambda costs one factorisation of order rows.
 */
final class KernelSystem implements SupportSystem {
  private final UnitSample sample;
  private final UnitPenalty penalty;
  private final double[][] kernel;
  private final double[][] factor;
  private final double[] byRow;
  private boolean[] members;
  private double curvature;

  KernelSystem(UnitSample sample, UnitPenalty penalty) {
    this.sample = sample;
    this.penalty = penalty;
    kernel = new double[sample.rows()][sample.rows()];
    factor = new double[sample.rows()][sample.rows()];
    byRow = new double[sample.rows()];
    members = new boolean[sample.count()];
  }

  /** Every member must have a positive square penalty, so nothing can depend on the others. */
  @Override
  public int prepare(Support support, double wanted) {
    boolean same = gather(support);
    if (!same || wanted != curvature) {
      curvature = wanted;
      factorise();
    }
    return -1;
  }

  @Override
  public void solve(Support support, double[] right) {
    int n = byRow.length;
    Arrays.fill(byRow, 0);
    for (int a = 0; a < support.size(); a++) {
      int j = support.at(a);
      double scaled = right[a] / (curvature * penalty.square(j));
      var column = sample.column(j).values();
      for (int i = 0; i < n; i++) {
        byRow[i] += scaled * column[i];
      }
    }
    substitute();
    for (int a = 0; a < support.size(); a++) {
      int j = support.at(a);
      var column = sample.column(j).values();
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += column[i] * byRow[i];
      }
      right[a] = (right[a] - sum) / (curvature * penalty.square(j));
    }
  }

  /** Makes the kernel that of the support; true if it was so already. */
  private boolean gather(Support support) {
    var wanted = new boolean[sample.count()];
    for (int a = 0; a < support.size(); a++) {
      wanted[support.at(a)] = true;
    }
    if (Arrays.equals(wanted, members)) {
      return true;
    }
    for (int j = 0; j < wanted.length; j++) {
      if (members[j] && !wanted[j]) {
        clear();
        break;
      }
    }
    for (int j = 0; j < wanted.length; j++) {
      if (wanted[j] && !members[j]) {
        add(j);
      }
    }
    members = wanted;
    return false;
  }

  /** Starts over when a column leaves: taking away a large one would leave its rounding behind. */
  private void clear() {
    Arrays.fill(members, false);
    for (var row : kernel) {
      Arrays.fill(row, 0);
    }
  }

  private void add(int j) {
    var column = sample.column(j).values();
    for (int i = 0; i < column.length; i++) {
      double scaled = column[i] / penalty.square(j);
      for (int k = 0; k <= i; k++) {
        kernel[i][k] += scaled * column[k];
      }
    }
  }

  private void factorise() {
    for (int i = 0; i < factor.length; i++) {
      var row = factor[i];
      for (int k = 0; k < i; k++) {
        var other = factor[k];
        double sum = kernel[i][k] / curvature;
        for (int l = 0; l < k; l++) {
          sum -= row[l] * other[l];
        }
        row[k] = sum / other[k];
      }
      double pivot = 1 + kernel[i][i] / curvature;
      for (int l = 0; l < i; l++) {
        pivot -= row[l] * row[l];
      }
      row[i] = Math.sqrt(Math.max(pivot, 1));
    }
  }

  private void substitute() {
    for (int i = 0; i < byRow.length; i++) {
      double sum = byRow[i];
      for (int l = 0; l < i; l++) {
        sum -= factor[i][l] * byRow[l];
      }
      byRow[i] = sum / factor[i][i];
    }
    for (int i = byRow.length - 1; i >= 0; i--) {
      double value = byRow[i] / factor[i][i];
      byRow[i] = value;
      for (int l = 0; l < i; l++) {
        byRow[l] -= factor[i][l] * value;
      }
    }
  }
}
