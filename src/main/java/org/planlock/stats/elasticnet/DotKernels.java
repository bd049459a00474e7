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

  /** Products of four columns with one vector, which is read once; into[at], into[at + 1], ... */
  static void four(double[][] columns, int first, double[] vector, double[] into, int at) {
    four(
        columns[first],
        columns[first + 1],
        columns[first + 2],
        columns[first + 3],
        vector,
        into,
        at);
  }

  private static void four(
      double[] a, double[] b, double[] c, double[] d, double[] vector, double[] into, int at) {
    double a0 = 0;
    double b0 = 0;
    double c0 = 0;
    double d0 = 0;
    double a1 = 0;
    double b1 = 0;
    double c1 = 0;
    double d1 = 0;
    int i = 0;
    for (; i + 1 < vector.length; i += 2) {
      double v0 = vector[i];
      double v1 = vector[i + 1];
      a0 = Math.fma(a[i], v0, a0);
      b0 = Math.fma(b[i], v0, b0);
      c0 = Math.fma(c[i], v0, c0);
      d0 = Math.fma(d[i], v0, d0);
      a1 = Math.fma(a[i + 1], v1, a1);
      b1 = Math.fma(b[i + 1], v1, b1);
      c1 = Math.fma(c[i + 1], v1, c1);
      d1 = Math.fma(d[i + 1], v1, d1);
    }
    if (i < vector.length) {
      a0 = Math.fma(a[i], vector[i], a0);
      b0 = Math.fma(b[i], vector[i], b0);
      c0 = Math.fma(c[i], vector[i], c0);
      d0 = Math.fma(d[i], vector[i], d0);
    }
    into[at] = a0 + a1;
    into[at + 1] = b0 + b1;
    into[at + 2] = c0 + c1;
    into[at + 3] = d0 + d1;
  }
}
