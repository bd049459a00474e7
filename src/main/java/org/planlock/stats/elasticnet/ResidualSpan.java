package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.List;

/** Writes a residual as a combination of known ones plus a rest, by least squares. */
final class ResidualSpan {
  /** A residual that differs by less from those before it adds nothing but rounding. */
  private static final double PARALLEL = 1e-4;

  private final double[] residual;
  private final List<double[]> vectors = new ArrayList<>();
  private final List<double[]> products = new ArrayList<>();

  ResidualSpan(double[] residual) {
    this.residual = residual;
  }

  /** A residual whose products with all columns are known. */
  void add(double[] known, double[] itsProducts) {
    vectors.add(known);
    products.add(itsProducts);
  }

  /** The unit vector of a row, whose products are the row itself. */
  void addUnit(int row, double[] values) {
    var unit = new double[residual.length];
    unit[row] = 1;
    add(unit, values);
  }

  /**
   * Products of the combination.
   *
   * @param estimate becomes them
   * @return length of the rest
   */
  double solve(double[] estimate) {
    var shares = new double[vectors.size()];
    var orthogonal = new double[vectors.size()][];
    var mix = new double[vectors.size()][vectors.size()];
    for (int q = 0; q < shares.length; q++) {
      var direction = vectors.get(q).clone();
      mix[q][q] = 1;
      double before = Math.sqrt(DotKernels.one(direction, direction, 0, direction.length));
      for (int l = 0; l < q; l++) {
        double along = DotKernels.one(direction, orthogonal[l], 0, direction.length);
        RowKernels.subtract(direction, along, orthogonal[l], 0, direction.length);
        RowKernels.subtract(mix[q], along, mix[l], 0, shares.length);
      }
      double length = Math.sqrt(DotKernels.one(direction, direction, 0, direction.length));
      double scale = length > PARALLEL * before ? 1 / length : 0;
      for (int i = 0; i < direction.length; i++) {
        direction[i] *= scale;
      }
      for (int l = 0; l <= q; l++) {
        mix[q][l] *= scale;
      }
      orthogonal[q] = direction;
      double along = DotKernels.one(residual, direction, 0, direction.length);
      RowKernels.subtract(residual, along, direction, 0, direction.length);
      RowKernels.subtract(shares, -along, mix[q], 0, shares.length);
    }
    return rest(shares, estimate);
  }

  private double rest(double[] shares, double[] estimate) {
    for (int q = 0; q < shares.length; q++) {
      RowKernels.subtract(estimate, -shares[q], products.get(q), 0, estimate.length);
    }
    return Math.sqrt(DotKernels.one(residual, residual, 0, residual.length));
  }
}
