package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * Bounds the products of a fold's residual r by those of residuals q whose products are known:
 * |x'r| <= |sum c_q x'q| + |r - sum c_q q| for columns of length 1 and any numbers c_q; they are
 * chosen by least squares. Known are the residuals of the whole sample at the same place of the
 * path and the one before, the left-out row itself, and the residual that was last looked at in
 * full. Only the columns that the bound does not clear are multiplied. Source: Cauchy and Schwarz;
 * the use of earlier residuals follows safe rules, El Ghaoui, Viallon, Rabbani 2012, Pac J Optim
 * 8:667.
 */
final class LandmarkScreen implements ColumnScreen {
  /** Rounding of products of unit vectors, with room to spare. */
  private static final double ROUNDING = 1e-10;

  /** Above this share of columns that are not cleared, all are looked at, in single precision. */
  private static final double MANY = 0.05;

  private static final int EIGHT = 8;

  private final UnitProblem problem;
  private final UnitSample shared;
  private final Landmarks landmarks;
  private final int[] left;
  private final double[] residual;
  private final double[] estimate;
  private final double[] exact;
  private final boolean[] known;
  private final CoarseProducts coarse;
  private final FullLooks fullLooks;
  private final ResidualSpan span;
  private final double[][] units;
  private final int[] open;
  private final int[] places = new int[EIGHT];
  private final double[][] columns = new double[EIGHT][];
  private final double[] made = new double[EIGHT];
  private final int[] sharedColumns;
  private final int[] columnOf;
  private final double[] margins;
  private double[] bounds = new double[0];
  private boolean inFull;
  private double slack;

  LandmarkScreen(UnitProblem problem, Landmarks landmarks, CoarseProducts coarse, int[] left) {
    this.problem = problem;
    this.coarse = coarse;
    this.shared = problem.shared();
    this.landmarks = landmarks;
    this.left = left.clone();
    open = new int[problem.count()];
    sharedColumns = new int[problem.count()];
    columnOf = new int[shared.count()];
    for (int j = 0; j < sharedColumns.length; j++) {
      sharedColumns[j] = problem.sharedColumn(j);
      columnOf[sharedColumns[j]] = j;
    }
    margins = new double[shared.count()];
    residual = new double[shared.rows()];
    estimate = new double[shared.count()];
    exact = new double[shared.count()];
    known = new boolean[shared.count()];
    fullLooks = new FullLooks(shared);
    span = new ResidualSpan(shared.rows());
    units = new double[left.length][shared.rows()];
    for (int q = 0; q < left.length; q++) {
      units[q][left[q]] = 1;
    }
  }

  @Override
  public void look(WorkingSet set, int k) {
    problem.residual(set.columns(), set.coefficients, set.members(), residual);
    Arrays.fill(known, false);
    inFull = false;
    span.clear();
    int last = landmarks.count() - 1;
    for (int place = Math.min(k + 1, last); place >= Math.max(0, Math.min(k, last) - 1); place--) {
      span.add(landmarks.residual(place), landmarks.products(place), 0);
    }
    fullLooks.addTo(span);
    for (int q = 0; q < left.length; q++) {
      span.add(units[q], shared.row(left[q]), 0);
    }
    slack = span.solve(residual, estimate) + ROUNDING;
  }

  @Override
  public void beyond(WorkingSet set, double level, UnitPenalty penalty, Found found) {
    int count = gather(set, level, penalty);
    if (count > MANY * problem.count() && !inFull) {
      lookInFull();
      count = gather(set, level, penalty);
    }
    multiply(count);
    for (int k = 0; k < count; k++) {
      int j = open[k];
      double product = problem.scale(j) * exact[sharedColumns[j]];
      if (Math.abs(product) > level * penalty.absolute(j)) {
        found.take(j, product);
      }
    }
  }

  /**
   * Columns outside the set that the bound does not clear. Most are cleared, so what is asked of
   * every column is a loop without branches.
   */
  private int gather(WorkingSet set, double level, UnitPenalty penalty) {
    if (bounds.length == 0) {
      bounds = bounds(penalty);
    }
    for (int j = 0; j < margins.length; j++) {
      margins[j] = Math.abs(estimate[j]) - level * bounds[j];
    }
    double cleared = -slack;
    int count = 0;
    for (int j = 0; j < margins.length; j++) {
      if (margins[j] > cleared && set.positionOf(columnOf[j]) < 0) {
        open[count++] = columnOf[j];
      }
    }
    return count;
  }

  /** For every shared column, what its level is multiplied by; infinite if it is left out. */
  private double[] bounds(UnitPenalty penalty) {
    var bounds = new double[shared.count()];
    Arrays.fill(bounds, Double.POSITIVE_INFINITY);
    for (int j = 0; j < sharedColumns.length; j++) {
      bounds[sharedColumns[j]] = penalty.absolute(j) / problem.scale(j);
    }
    return bounds;
  }

  @Override
  public double[] products(WorkingSet set) {
    shared.multiplyTransposed(residual, exact);
    Arrays.fill(known, true);
    System.arraycopy(exact, 0, estimate, 0, exact.length);
    slack = ROUNDING;
    inFull = true;
    fullLooks.take(residual, exact, 0);
    var products = new double[problem.count()];
    for (int j = 0; j < products.length; j++) {
      products[j] = problem.scale(j) * exact[sharedColumns[j]];
    }
    return products;
  }

  private void lookInFull() {
    coarse.multiply(residual, estimate);
    double error = coarse.error(Math.sqrt(DotKernels.one(residual, residual, 0, residual.length)));
    fullLooks.take(residual, estimate, error);
    slack = error + ROUNDING;
    inFull = true;
  }

  /** Makes the products of open columns that are not known yet, eight at a time. */
  private void multiply(int count) {
    int waiting = 0;
    for (int k = 0; k < count; k++) {
      int column = sharedColumns[open[k]];
      if (!known[column]) {
        known[column] = true;
        places[waiting] = column;
        columns[waiting++] = shared.values(column);
        if (waiting == EIGHT) {
          multiplyEight();
          waiting = 0;
        }
      }
    }
    if (waiting > 0) {
      Arrays.fill(places, waiting, EIGHT, places[0]);
      Arrays.fill(columns, waiting, EIGHT, columns[0]);
      multiplyEight();
    }
  }

  private void multiplyEight() {
    DotKernels.eight(columns, 0, residual, 0, residual.length, made, 0);
    for (int q = 0; q < EIGHT; q++) {
      exact[places[q]] = made[q];
    }
  }
}
