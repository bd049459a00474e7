package org.planlock.stats.elasticnet;

/** Up to four changed coefficients that are not yet carried into the products of a working set. */
final class Pending {
  /** Products of unit columns are at most 1, but for rounding. */
  private static final double AT_MOST = 1 + 1e-9;

  private final WorkingSet set;
  private final int[] positions = new int[4];
  private final double[] changes = new double[4];
  private double slack;
  private int count;

  Pending(WorkingSet set) {
    this.set = set;
  }

  /** Whether |x'r| of the column at a position may exceed a bound; true when in doubt. */
  boolean mayExceed(int position, double bound) {
    return Math.abs(set.gradient[position]) + slack > bound;
  }

  /** x'r of the column at a position, as if all were carried. */
  double product(int position) {
    double product = set.gradient[position];
    for (int q = 0; q < count; q++) {
      product = Math.fma(-changes[q], set.rows[positions[q]][position], product);
    }
    return product;
  }

  /** Notes what was added to the coefficient of the member at a position. */
  void add(int position, double change) {
    positions[count] = position;
    changes[count++] = change;
    slack += Math.abs(change) * AT_MOST;
    if (count == 4) {
      flush();
    }
  }

  /** Carries what is pending into all products. */
  void flush() {
    var rows = set.rows;
    if (count == 4) {
      RowKernels.subtract(
          set.gradient,
          changes[0],
          rows[positions[0]],
          changes[1],
          rows[positions[1]],
          changes[2],
          rows[positions[2]],
          changes[3],
          rows[positions[3]],
          0,
          set.size());
    } else {
      for (int q = 0; q < count; q++) {
        RowKernels.subtract(set.gradient, changes[q], rows[positions[q]], 0, set.size());
      }
    }
    count = 0;
    slack = 0;
  }
}
