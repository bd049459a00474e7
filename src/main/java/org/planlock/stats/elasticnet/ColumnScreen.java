package org.planlock.stats.elasticnet;

/** Finds the columns outside a working set whose product with the residual is large. */
interface ColumnScreen {
  /** Looks at the residual of the set's coefficients, at place k of a path. */
  void look(WorkingSet set, int k);

  /**
   * Every column outside the set with |x'r| > level * absolute, ascending, with its exact product.
   */
  void beyond(WorkingSet set, double level, UnitPenalty penalty, Found found);

  /** x'r of every column. */
  double[] products(WorkingSet set);

  /** Takes a column that was found. */
  @FunctionalInterface
  interface Found {
    void take(int column, double product);
  }
}
