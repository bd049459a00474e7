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

  /** Above this share of columns that are not cleared, all are multiplied at once. */
  private static final double MANY = 0.25;

  private final UnitProblem problem;
  private final UnitSample shared;
  private final Landmarks landmarks;
  private final int[] left;
  private final double[] residual;
  private final double[] estimate;
  private final double[] exact;
  private final boolean[] known;
  private final double[] fullResidual;
  private final double[] fullProducts;
  private boolean haveFull;
  private double slack;

  LandmarkScreen(UnitProblem problem, Landmarks landmarks, int[] left) {
    this.problem = problem;
    this.shared = problem.shared();
    this.landmarks = landmarks;
    this.left = left.clone();
    residual = new double[shared.rows()];
    estimate = new double[shared.count()];
    exact = new double[shared.count()];
    known = new boolean[shared.count()];
    fullResidual = new double[shared.rows()];
    fullProducts = new double[shared.count()];
  }

  @Override
  public void look(WorkingSet set, int k) {
    problem.residual(set.columns(), set.coefficients, set.members(), residual);
    Arrays.fill(known, false);
    Arrays.fill(estimate, 0);
    var rest = residual.clone();
    var span = new ResidualSpan(rest);
    int place = Math.min(k, landmarks.count() - 1);
    span.add(landmarks.residual(place), landmarks.products(place));
    if (place > 0) {
      span.add(landmarks.residual(place - 1), landmarks.products(place - 1));
    }
    if (haveFull) {
      span.add(fullResidual, fullProducts);
    }
    for (int i : left) {
      span.addUnit(i, shared.row(i));
    }
    slack = span.solve(estimate) + ROUNDING;
  }

  @Override
  public void beyond(WorkingSet set, double level, UnitPenalty penalty, Found found) {
    if (uncleared(set, level, penalty) > MANY * problem.count()) {
      lookInFull();
    }
    for (int j = 0; j < problem.count(); j++) {
      int column = problem.sharedColumn(j);
      double bound = level * penalty.absolute(j);
      if (problem.scale(j) * (Math.abs(estimate[column]) + slack) > bound
          && set.positionOf(j) < 0) {
        double product = problem.scale(j) * product(column);
        if (Math.abs(product) > bound) {
          found.take(j, product);
        }
      }
    }
  }

  @Override
  public double[] products(WorkingSet set) {
    var products = new double[problem.count()];
    lookInFull();
    for (int j = 0; j < products.length; j++) {
      products[j] = problem.scale(j) * estimate[problem.sharedColumn(j)];
    }
    return products;
  }

  private int uncleared(WorkingSet set, double level, UnitPenalty penalty) {
    int count = 0;
    for (int j = 0; j < problem.count(); j++) {
      int column = problem.sharedColumn(j);
      boolean open =
          problem.scale(j) * (Math.abs(estimate[column]) + slack) > level * penalty.absolute(j);
      count += open && !known[column] && set.positionOf(j) < 0 ? 1 : 0;
    }
    return count;
  }

  private void lookInFull() {
    System.arraycopy(residual, 0, fullResidual, 0, residual.length);
    shared.multiplyTransposed(residual, fullProducts);
    System.arraycopy(fullProducts, 0, estimate, 0, estimate.length);
    System.arraycopy(fullProducts, 0, exact, 0, exact.length);
    Arrays.fill(known, true);
    slack = ROUNDING;
    haveFull = true;
  }

  private double product(int column) {
    if (!known[column]) {
      exact[column] = shared.product(column, residual);
      known[column] = true;
    }
    return exact[column];
  }
}
