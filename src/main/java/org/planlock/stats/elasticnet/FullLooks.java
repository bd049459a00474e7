package org.planlock.stats.elasticnet;

/** The residuals of one path that were last looked at in full, and their products. */
final class FullLooks {
  /** Older ones tell nothing that the newer do not: measured in ADR 0004. */
  private static final int KEPT = 2;

  private final double[][] residuals;
  private final double[][] products;
  private final double[] errors = new double[KEPT];
  private int taken;

  FullLooks(UnitSample sample) {
    residuals = new double[KEPT][sample.rows()];
    products = new double[KEPT][sample.count()];
  }

  /**
   * Takes note of a look.
   *
   * @param error most that one of the products may be off by
   */
  void take(double[] residual, double[] itsProducts, double error) {
    int place = taken++ % KEPT;
    System.arraycopy(residual, 0, residuals[place], 0, residual.length);
    System.arraycopy(itsProducts, 0, products[place], 0, itsProducts.length);
    errors[place] = error;
  }

  void addTo(ResidualSpan span) {
    for (int place = 0; place < Math.min(taken, KEPT); place++) {
      span.add(residuals[place], products[place], errors[place]);
    }
  }
}
