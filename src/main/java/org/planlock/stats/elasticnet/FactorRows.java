package org.planlock.stats.elasticnet;

/**
 * Takes from rows of an upper Cholesky factor what the rows above say, for two rows in one sweep:
 * the rows above are read half as often, and are what the processor waits for (ADR 0004). Source:
 * Golub, Van Loan, Matrix Computations, 4.2.
 */
final class FactorRows {
  private double[] first = new double[16];
  private double[] second = new double[16];

  /** Row a, columns from to - 1. */
  void reduce(double[][] factor, int a, int from, int to) {
    makeRoom(a);
    for (int q = 0; q < a; q++) {
      first[q] = factor[q][a];
    }
    RowKernels.subtract(factor[a], first, factor, a, from, to);
  }

  /** Rows a and a + 1 by the rows above both; the second still lacks what the first says. */
  void reduceTwo(double[][] factor, int a, int from, int to) {
    makeRoom(a);
    for (int q = 0; q < a; q++) {
      var row = factor[q];
      first[q] = row[a];
      second[q] = row[a + 1];
    }
    RowKernels.subtractTwo(factor[a], first, factor[a + 1], second, factor, a, from, to);
  }

  private void makeRoom(int count) {
    if (count > first.length) {
      first = new double[2 * count];
      second = new double[2 * count];
    }
  }
}
