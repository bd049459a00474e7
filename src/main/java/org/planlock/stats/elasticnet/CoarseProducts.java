package org.planlock.stats.elasticnet;

/**
 * Products of all columns of a sample with a vector in single precision, with a bound on their
 * error: half as much to read, and twice as many numbers in a vector instruction. They decide
 * nothing; they say which products cannot be large. Source of the bound: Higham 2002, Accuracy and
 * Stability of Numerical Algorithms, 3.1.
 */
final class CoarseProducts {
  private static final double UNIT_ROUNDOFF = 0x1p-24;

  private final float[][] rows;
  private final int count;
  private final double share;

  CoarseProducts(UnitSample sample) {
    count = sample.count();
    rows = new float[sample.rows()][count];
    for (int i = 0; i < rows.length; i++) {
      var row = sample.row(i);
      for (int j = 0; j < count; j++) {
        rows[i][j] = (float) row[j];
      }
    }
    // one rounding of either factor, and one of each sum
    double roundings = (rows.length + 2) * UNIT_ROUNDOFF;
    share = roundings / (1 - roundings);
  }

  /**
   * Largest error of a product with a vector of this length; columns have length 1.
   *
   * @param length Euclidean
   */
  double error(double length) {
    // sums that leave the range of single precision at its lower end
    double underflow = 2 * rows.length * (double) Float.MIN_NORMAL;
    return share * length + underflow;
  }

  /** result = X' vector, within the error. */
  void multiply(double[] vector, double[] result) {
    var sums = new float[count];
    int i = 0;
    for (; i + 3 < rows.length; i += 4) {
      add(
          sums,
          (float) vector[i],
          rows[i],
          (float) vector[i + 1],
          rows[i + 1],
          (float) vector[i + 2],
          rows[i + 2],
          (float) vector[i + 3],
          rows[i + 3]);
    }
    for (; i < rows.length; i++) {
      add(sums, (float) vector[i], rows[i], 0, rows[i], 0, rows[i], 0, rows[i]);
    }
    for (int j = 0; j < count; j++) {
      result[j] = sums[j];
    }
  }

  private static void add(
      float[] sums,
      float f0,
      float[] r0,
      float f1,
      float[] r1,
      float f2,
      float[] r2,
      float f3,
      float[] r3) {
    for (int k = 0; k < sums.length; k++) {
      float two = Math.fma(f1, r1[k], Math.fma(f0, r0[k], sums[k]));
      sums[k] = Math.fma(f3, r3[k], Math.fma(f2, r2[k], two));
    }
  }
}
