package org.planlock.stats.elasticnet;

/** Sums of products in four running sums, because one chain of additions would be waited for. */
final class DotProduct {
  private DotProduct() {}

  /** a'b. */
  static double of(double[] a, double[] b) {
    return of(a, b, a.length);
  }

  /** The first {@code count} terms of a'b. */
  static double of(double[] a, double[] b, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < count; k += 4) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < count; k++) {
      s0 += a[k] * b[k];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
