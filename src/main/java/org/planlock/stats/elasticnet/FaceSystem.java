package org.planlock.stats.elasticnet;

/**
 * (A'A + D) d = right, for the columns A of a face and a diagonal D. With more columns than rows
 * and D above 0 everywhere, by the smaller system I + A D^-1 A' of the Woodbury identity. Source:
 * Golub, Van Loan, Matrix Computations, 2.1.4 and 4.2.
 */
final class FaceSystem {
  /** A pivot below this share of its diagonal is rounding error: the column adds nothing new. */
  private static final double DEPENDENT = 1e-12;

  private final double[][] columns;
  private final double[] diagonal;
  private final boolean byRows;
  private final double[][] factor;
  private final int dependent;

  FaceSystem(double[][] columns, double[] diagonal) {
    this.columns = columns;
    this.diagonal = diagonal;
    byRows = columns.length > columns[0].length && allAbove0(diagonal);
    factor = byRows ? kernel() : new double[columns.length][];
    dependent = factorise();
  }

  /** Position of the first column that depends on those before it, or -1. */
  int dependent() {
    return dependent;
  }

  /** Weights of the columns up to a dependent one that add up to 0, that of the last being -1. */
  double[] combination(int position) {
    var weights = new double[position + 1];
    System.arraycopy(factor[position], 0, weights, 0, position);
    back(weights, position);
    weights[position] = -1;
    return weights;
  }

  /** Replaces the right-hand side by the solution; no column may be dependent. */
  void solve(double[] right) {
    if (!byRows) {
      forward(right);
      back(right, right.length);
      return;
    }
    int rows = columns[0].length;
    var inner = new double[rows];
    for (int f = 0; f < right.length; f++) {
      double share = right[f] / diagonal[f];
      for (int i = 0; i < rows; i++) {
        inner[i] += share * columns[f][i];
      }
    }
    forward(inner);
    back(inner, rows);
    for (int f = 0; f < right.length; f++) {
      right[f] = (right[f] - DotKernels.one(columns[f], inner, 0, rows)) / diagonal[f];
    }
  }

  private static boolean allAbove0(double[] diagonal) {
    for (double value : diagonal) {
      if (!(value > 0)) {
        return false;
      }
    }
    return true;
  }

  private double[] gramRow(int f) {
    var row = new double[f + 1];
    for (int k = 0; k <= f; k++) {
      row[k] = DotKernels.one(columns[f], columns[k], 0, columns[f].length);
    }
    row[f] += diagonal[f];
    return row;
  }

  private double[][] kernel() {
    int rows = columns[0].length;
    var kernel = new double[rows][];
    for (int i = 0; i < rows; i++) {
      kernel[i] = new double[i + 1];
      kernel[i][i] = 1;
    }
    for (int f = 0; f < columns.length; f++) {
      var column = columns[f];
      for (int i = 0; i < rows; i++) {
        double share = column[i] / diagonal[f];
        for (int k = 0; k <= i; k++) {
          kernel[i][k] += share * column[k];
        }
      }
    }
    return kernel;
  }

  /**
   * Cholesky factor in place; the position of the first vanishing pivot, or -1. With many more
   * columns than rows that comes soon, so rows of A'A are made when their turn comes; those of the
   * smaller system have no pivot below 1 but by rounding.
   */
  private int factorise() {
    for (int i = 0; i < factor.length; i++) {
      if (!byRows) {
        factor[i] = gramRow(i);
      }
      var row = factor[i];
      for (int k = 0; k < i; k++) {
        row[k] = (row[k] - DotKernels.one(row, factor[k], 0, k)) / factor[k][k];
      }
      double pivot = row[i] - DotKernels.one(row, row, 0, i);
      if (!byRows && !(pivot > DEPENDENT * row[i])) {
        return i;
      }
      row[i] = Math.sqrt(Math.max(pivot, byRows ? 1 : 0));
    }
    return -1;
  }

  private void forward(double[] right) {
    for (int i = 0; i < right.length; i++) {
      right[i] = (right[i] - DotKernels.one(factor[i], right, 0, i)) / factor[i][i];
    }
  }

  private void back(double[] right, int count) {
    for (int i = count - 1; i >= 0; i--) {
      right[i] /= factor[i][i];
      for (int k = 0; k < i; k++) {
        right[k] -= factor[i][k] * right[i];
      }
    }
  }
}
