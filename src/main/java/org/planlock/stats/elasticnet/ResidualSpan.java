package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * Writes a residual as a combination of known ones plus a rest, by least squares. Any combination
 * is a right one, only the rest becomes longer, so the normal equations are exact enough.
 */
final class ResidualSpan {
  /** How many vectors there can be. */
  static final int MOST = 8;

  /** A squared sine: a vector that differs by less from those before adds nothing but rounding. */
  private static final double PARALLEL = 1e-8;

  private final double[][] vectors = new double[MOST][];
  private final double[][] products = new double[MOST][];
  private final double[] errors = new double[MOST];
  private final double[][] system = new double[MOST][MOST];
  private final double[] shares = new double[MOST];
  private final double[] inverses = new double[MOST];
  private final double[] rest;
  private int count;

  ResidualSpan(int rows) {
    rest = new double[rows];
  }

  void clear() {
    count = 0;
  }

  /**
   * A residual whose products with all columns are known.
   *
   * @param error most that one of the products may be off by
   */
  void add(double[] known, double[] itsProducts, double error) {
    vectors[count] = known;
    products[count] = itsProducts;
    errors[count++] = error;
  }

  /**
   * Products of the combination that is nearest to a residual.
   *
   * @param estimate becomes them
   * @return the most by which a product of the residual with a column of length 1 may differ
   */
  double solve(double[] residual, double[] estimate) {
    Arrays.fill(vectors, count, MOST, vectors[0]);
    for (int q = 0; q < count; q++) {
      DotKernels.eight(vectors, 0, vectors[q], 0, rest.length, system[q], 0);
    }
    DotKernels.eight(vectors, 0, residual, 0, rest.length, shares, 0);
    factorise();
    substitute();
    System.arraycopy(residual, 0, rest, 0, rest.length);
    RowKernels.subtract(rest, shares, vectors, count, 0, rest.length);
    double error = Math.sqrt(DotKernels.one(rest, rest, 0, rest.length));
    for (int q = 0; q < count; q++) {
      error += Math.abs(shares[q]) * errors[q];
      shares[q] = -shares[q];
    }
    Arrays.fill(estimate, 0);
    RowKernels.subtract(estimate, shares, products, count, 0, estimate.length);
    return error;
  }

  /** Lower Cholesky factor in place; a parallel vector gets no share. */
  private void factorise() {
    for (int q = 0; q < count; q++) {
      var row = system[q];
      double square = row[q];
      for (int l = 0; l < q; l++) {
        row[l] = (row[l] - DotKernels.one(row, system[l], 0, l)) * inverses[l];
      }
      double pivot = square - DotKernels.one(row, row, 0, q);
      inverses[q] = pivot > PARALLEL * square ? 1 / Math.sqrt(pivot) : 0;
    }
  }

  private void substitute() {
    for (int q = 0; q < count; q++) {
      shares[q] = (shares[q] - DotKernels.one(system[q], shares, 0, q)) * inverses[q];
    }
    for (int q = count - 1; q >= 0; q--) {
      shares[q] *= inverses[q];
      RowKernels.subtract(shares, shares[q], system[q], 0, q);
    }
  }
}
