package org.planlock.stats.elasticnet;

/**
 * Sums of products, in several running sums, because one chain of additions is what the processor
 * would wait for. The order of the sums is fixed.
 */
final class DotKernels {
  private DotKernels() {}

  /** Sum of a[k] b[k] for from <= k < to. */
  static double one(double[] a, double[] b, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = from;
    for (; k + 3 < to; k += 4) {
      s0 = Math.fma(a[k], b[k], s0);
      s1 = Math.fma(a[k + 1], b[k + 1], s1);
      s2 = Math.fma(a[k + 2], b[k + 2], s2);
      s3 = Math.fma(a[k + 3], b[k + 3], s3);
    }
    for (; k < to; k++) {
      s0 = Math.fma(a[k], b[k], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /**
   * Products of eight columns with one vector, over from <= k < to; the vector is read once, and
   * eight sums are as many as the processor needs to wait for none (ADR 0004).
   *
   * @param columns the eight are {@code columns[first]} and those after it
   * @param into the products, from place {@code at} on
   */
  static void eight(
      double[][] columns, int first, double[] vector, int from, int to, double[] into, int at) {
    var a = columns[first];
    var b = columns[first + 1];
    var c = columns[first + 2];
    var d = columns[first + 3];
    var e = columns[first + 4];
    var f = columns[first + 5];
    var g = columns[first + 6];
    var h = columns[first + 7];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int k = from; k < to; k++) {
      double value = vector[k];
      s0 = Math.fma(a[k], value, s0);
      s1 = Math.fma(b[k], value, s1);
      s2 = Math.fma(c[k], value, s2);
      s3 = Math.fma(d[k], value, s3);
      s4 = Math.fma(e[k], value, s4);
      s5 = Math.fma(f[k], value, s5);
      s6 = Math.fma(g[k], value, s6);
      s7 = Math.fma(h[k], value, s7);
    }
    into[at] = s0;
    into[at + 1] = s1;
    into[at + 2] = s2;
    into[at + 3] = s3;
    into[at + 4] = s4;
    into[at + 5] = s5;
    into[at + 6] = s6;
    into[at + 7] = s7;
  }
}
