package org.planlock.stats.elasticnet;

/**
 * Adds multiples of rows to a row. Four rows at once and one index for all of them is the form that
 * the compiler of Java 17 turns into vector instructions: measured in ADR 0004.
 */
final class RowKernels {
  private RowKernels() {}

  /** target[k] -= f * row[k] for from <= k < to. */
  static void subtract(double[] target, double f, double[] row, int from, int to) {
    for (int k = from; k < to; k++) {
      target[k] = Math.fma(-f, row[k], target[k]);
    }
  }

  /** target[k] -= f0 * r0[k] + f1 * r1[k] + f2 * r2[k] + f3 * r3[k] for from <= k < to. */
  static void subtract(
      double[] target,
      double f0,
      double[] r0,
      double f1,
      double[] r1,
      double f2,
      double[] r2,
      double f3,
      double[] r3,
      int from,
      int to) {
    for (int k = from; k < to; k++) {
      double two = Math.fma(-f1, r1[k], Math.fma(-f0, r0[k], target[k]));
      target[k] = Math.fma(-f3, r3[k], Math.fma(-f2, r2[k], two));
    }
  }

  /** target -= the sum of factors[t] * rows[t] for t below count, on from <= k < to. */
  static void subtract(
      double[] target, double[] factors, double[][] rows, int count, int from, int to) {
    int t = 0;
    for (; t + 3 < count; t += 4) {
      subtract(
          target,
          factors[t],
          rows[t],
          factors[t + 1],
          rows[t + 1],
          factors[t + 2],
          rows[t + 2],
          factors[t + 3],
          rows[t + 3],
          from,
          to);
    }
    if (t < count) {
      boolean two = t + 1 < count;
      boolean three = t + 2 < count;
      var row = rows[t];
      subtract(
          target,
          factors[t],
          row,
          two ? factors[t + 1] : 0,
          two ? rows[t + 1] : row,
          three ? factors[t + 2] : 0,
          three ? rows[t + 2] : row,
          0,
          row,
          from,
          to);
    }
  }

  /** The same for two targets, so that the rows are read once for both. */
  static void subtractTwo(
      double[] s,
      double[] forS,
      double[] t,
      double[] forT,
      double[][] rows,
      int count,
      int from,
      int to) {
    int q = 0;
    for (; q + 3 < count; q += 4) {
      subtractTwo(s, forS, t, forT, q, rows[q], rows[q + 1], rows[q + 2], rows[q + 3], from, to);
    }
    for (; q < count; q++) {
      subtract(s, forS[q], rows[q], from, to);
      subtract(t, forT[q], rows[q], from, to);
    }
  }

  /** Both targets less the sums of their own entries at -> at + 3 times those four rows. */
  static void subtractTwo(double[] s, double[] t, double[][] rows, int at, int from, int to) {
    subtractTwo(s, s, t, t, at, rows[at], rows[at + 1], rows[at + 2], rows[at + 3], from, to);
  }

  private static void subtractTwo(
      double[] s,
      double[] forS,
      double[] t,
      double[] forT,
      int at,
      double[] r0,
      double[] r1,
      double[] r2,
      double[] r3,
      int from,
      int to) {
    double f0 = forS[at];
    double f1 = forS[at + 1];
    double f2 = forS[at + 2];
    double f3 = forS[at + 3];
    double g0 = forT[at];
    double g1 = forT[at + 1];
    double g2 = forT[at + 2];
    double g3 = forT[at + 3];
    for (int k = from; k < to; k++) {
      double one = Math.fma(-f1, r1[k], Math.fma(-f0, r0[k], s[k]));
      s[k] = Math.fma(-f3, r3[k], Math.fma(-f2, r2[k], one));
      double two = Math.fma(-g1, r1[k], Math.fma(-g0, r0[k], t[k]));
      t[k] = Math.fma(-g3, r3[k], Math.fma(-g2, r2[k], two));
    }
  }

  /**
   * one = sine * one + cosine * other, other = cosine * one - sine * other, the old one in both.
   */
  static void rotate(double[] one, double[] other, double cosine, double sine, int from, int to) {
    for (int k = from; k < to; k++) {
      double old = one[k];
      one[k] = sine * old + cosine * other[k];
      other[k] = cosine * old - sine * other[k];
    }
  }
}
