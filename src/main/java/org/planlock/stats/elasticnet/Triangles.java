package org.planlock.stats.elasticnet;

/**
 * Solves with an upper triangular factor R that is kept by rows: four or eight rows at a time, so
 * that what is solved for is read once for all of them. Source: Golub, Van Loan, Matrix
 * Computations, 3.1.
 */
final class Triangles {
  private static final int EIGHT = 8;

  private final double[] made = new double[EIGHT];

  /** Solves R'x = right for the leading {@code count} places, in place. */
  void forward(double[][] factor, double[] right, int count) {
    int a = 0;
    for (; a + 3 < count; a += 4) {
      forwardFour(factor, right, a);
      RowKernels.subtract(
          right,
          right[a],
          factor[a],
          right[a + 1],
          factor[a + 1],
          right[a + 2],
          factor[a + 2],
          right[a + 3],
          factor[a + 3],
          a + 4,
          count);
    }
    forwardRest(factor, right, a, count);
  }

  /** The same for two right-hand sides, so that the rows are read once for both. */
  void forwardTwo(double[][] factor, double[] one, double[] other, int count) {
    int a = 0;
    for (; a + 3 < count; a += 4) {
      forwardFour(factor, one, a);
      forwardFour(factor, other, a);
      RowKernels.subtractTwo(one, other, factor, a, a + 4, count);
    }
    forwardRest(factor, one, a, count);
    forwardRest(factor, other, a, count);
  }

  /** Solves R x = right for the leading {@code count} places, in place. */
  void back(double[][] factor, double[] right, int count) {
    int a = count - count % EIGHT;
    backFrom(factor, right, a, count - a);
    while (a > 0) {
      a -= EIGHT;
      DotKernels.eight(factor, a, right, a + EIGHT, count, made, 0);
      for (int t = 0; t < EIGHT; t++) {
        right[a + t] -= made[t];
      }
      backFrom(factor, right, a, EIGHT);
    }
  }

  private static void forwardFour(double[][] factor, double[] right, int a) {
    var r0 = factor[a];
    var r1 = factor[a + 1];
    var r2 = factor[a + 2];
    double x0 = right[a] / r0[a];
    double x1 = Math.fma(-x0, r0[a + 1], right[a + 1]) / r1[a + 1];
    double two = Math.fma(-x1, r1[a + 2], Math.fma(-x0, r0[a + 2], right[a + 2]));
    double x2 = two / r2[a + 2];
    double three = Math.fma(-x1, r1[a + 3], Math.fma(-x0, r0[a + 3], right[a + 3]));
    right[a] = x0;
    right[a + 1] = x1;
    right[a + 2] = x2;
    right[a + 3] = Math.fma(-x2, r2[a + 3], three) / factor[a + 3][a + 3];
  }

  private static void forwardRest(double[][] factor, double[] right, int from, int count) {
    for (int a = from; a < count; a++) {
      right[a] /= factor[a][a];
      for (int b = a + 1; b < count; b++) {
        right[b] = Math.fma(-right[a], factor[a][b], right[b]);
      }
    }
  }

  /** A few places from {@code from} on, whose right-hand side knows all later ones. */
  private static void backFrom(double[][] factor, double[] right, int from, int places) {
    for (int a = from + places - 1; a >= from; a--) {
      var row = factor[a];
      double value = right[a];
      for (int b = a + 1; b < from + places; b++) {
        value = Math.fma(-row[b], right[b], value);
      }
      right[a] = value / row[a];
    }
  }
}
