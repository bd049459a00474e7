package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * Makes the products of a working set from its coefficients themselves, X'v - X'X c, so that no
 * error accumulates.
 */
final class MemberProducts {
  private final WorkingSet set;
  private double[] factors = new double[16];
  private double[][] rows = new double[16][];

  MemberProducts(WorkingSet set) {
    this.set = set;
  }

  /** Products of the members. */
  void refreshMembers() {
    refresh(0, set.members());
  }

  /** Products of the candidates. */
  void refreshCandidates() {
    refresh(set.members(), set.size());
  }

  private void refresh(int from, int to) {
    int count = 0;
    if (factors.length < set.members()) {
      factors = new double[2 * set.members()];
      rows = Arrays.copyOf(rows, 2 * set.members());
    }
    for (int t = 0; t < set.members(); t++) {
      if (set.coefficients[t] != 0) {
        factors[count] = set.coefficients[t];
        rows[count++] = set.rows[t];
      }
    }
    var moments = set.problem().moments();
    for (int position = from; position < to; position++) {
      set.gradient[position] = moments[set.columnAt(position)];
    }
    RowKernels.subtract(set.gradient, factors, rows, count, from, to);
  }
}
