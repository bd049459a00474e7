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
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < to; k++) {
      s0 += a[k] * b[k];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Products of four columns with one vector, which is read once; into[at], into[at + 1], ... */
  static void four(double[][] columns, int first, double[] vector, double[] into, int at) {
    var a = columns[first];
    var b = columns[first + 1];
    var c = columns[first + 2];
    var d = columns[first + 3];
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
      a0 += a[i] * v0;
      b0 += b[i] * v0;
      c0 += c[i] * v0;
      d0 += d[i] * v0;
      a1 += a[i + 1] * v1;
      b1 += b[i + 1] * v1;
      c1 += c[i + 1] * v1;
      d1 += d[i + 1] * v1;
    }
    if (i < vector.length) {
      a0 += a[i] * vector[i];
      b0 += b[i] * vector[i];
      c0 += c[i] * vector[i];
      d0 += d[i] * vector[i];
    }
    into[at] = a0 + a1;
    into[at + 1] = b0 + b1;
    into[at + 2] = c0 + c1;
    into[at + 3] = d0 + d1;
  }
}
