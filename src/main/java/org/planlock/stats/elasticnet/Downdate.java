package org.planlock.stats.elasticnet;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What leaving rows out takes away from the products of a shared sample: the weight that is kept,
 * the vectors of {@link LeftOutRows}, and spread and shift of every column and of the outcome.
 */
final class Downdate {
  private final UnitSample shared;
  private final boolean centred;
  private final int keptRows;
  private final double kept;
  private final double[] keptRoots;
  private final double[][] rows;
  private final double[] outcomes;
  private final double[] spreads;
  private final double[] shifts;
  private final double[] sdShares;
  private double outcomeSpread;
  private double outcomeShift;

  private Downdate(UnitSample shared, boolean centred, int[] keptRows) {
    this.shared = shared;
    this.centred = centred;
    this.keptRows = keptRows.length;
    var left = left(shared.rows(), keptRows);
    double weight = 0;
    for (int i : left) {
      weight += shared.rootWeight(i) * shared.rootWeight(i);
    }
    kept = 1 - weight;
    keptRoots = new double[shared.rows()];
    for (int i : keptRows) {
      keptRoots[i] = shared.rootWeight(i) / Math.sqrt(kept);
    }
    shifts = new double[shared.count()];
    sdShares = new double[shared.count()];
    spreads = new double[shared.count()];
    boolean collapsed = centred && left.length == 1;
    rows = new double[collapsed ? 1 : left.length + (centred ? 1 : 0)][];
    outcomes = new double[rows.length];
    shift(left);
    for (int r = 0; r < left.length; r++) {
      double divisor = collapsed ? kept : Math.sqrt(kept);
      rows[r] = Arrays.stream(shared.row(left[r])).map(z -> z / divisor).toArray();
      outcomes[r] = shared.outcome(left[r]) / divisor;
    }
    if (centred && !collapsed) {
      rows[left.length] = shifts;
      outcomes[left.length] = outcomeShift;
    }
    spread();
  }

  static Downdate of(UnitSample shared, boolean centred, int[] keptRows) {
    return new Downdate(shared, centred, keptRows);
  }

  /** How many rows are kept, those without weight included. */
  int keptRows() {
    return keptRows;
  }

  /** Share of the sum of weights that is kept. */
  double kept() {
    return kept;
  }

  /** Root of each kept row's share of the kept weight; 0 for a row left out. */
  double[] keptRoots() {
    return keptRoots;
  }

  /** How many vectors there are. */
  int count() {
    return rows.length;
  }

  /** Vector r for every shared column. */
  double[] row(int r) {
    return rows[r];
  }

  /** Vector r for the outcome. */
  double outcome(int r) {
    return outcomes[r];
  }

  /** Mean square of a shared column around its mean over the kept rows. */
  double spread(int column) {
    return spreads[column];
  }

  /** Mean of a shared column over the kept rows; 0 without an intercept. */
  double shift(int column) {
    return shifts[column];
  }

  /** Variance over the kept rows as a share of the spread; 1 with an intercept. */
  double sdShare(int column) {
    return centred ? 1 : sdShares[column];
  }

  /** Mean square of the shared outcome around its mean over the kept rows. */
  double outcomeSpread() {
    return outcomeSpread;
  }

  /** Mean of the shared outcome over the kept rows; 0 without an intercept. */
  double outcomeShift() {
    return outcomeShift;
  }

  private void shift(int[] left) {
    if (!centred) {
      return;
    }
    for (int i : left) {
      double factor = shared.rootWeight(i) / kept;
      RowKernels.subtract(shifts, factor, shared.row(i), 0, shifts.length);
      outcomeShift -= factor * shared.outcome(i);
    }
  }

  private void spread() {
    Arrays.fill(spreads, 1 / kept);
    outcomeSpread = 1 / kept;
    for (int r = 0; r < rows.length; r++) {
      for (int j = 0; j < spreads.length; j++) {
        spreads[j] -= rows[r][j] * rows[r][j];
      }
      outcomeSpread -= outcomes[r] * outcomes[r];
    }
    if (!centred) {
      sdShares();
    }
  }

  private void sdShares() {
    var means = new double[spreads.length];
    for (int i = 0; i < keptRoots.length; i++) {
      RowKernels.subtract(means, -keptRoots[i] / Math.sqrt(kept), shared.row(i), 0, means.length);
    }
    for (int j = 0; j < means.length; j++) {
      sdShares[j] = 1 - means[j] * means[j] / spreads[j];
    }
  }

  /** The rows that are not kept, ascending. */
  static int[] left(int rows, int[] kept) {
    var stays = new boolean[rows];
    for (int i : kept) {
      stays[i] = true;
    }
    return IntStream.range(0, rows).filter(i -> !stays[i]).toArray();
  }
}
