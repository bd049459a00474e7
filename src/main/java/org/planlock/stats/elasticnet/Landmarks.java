package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.List;

/**
 * Residuals along the path of a whole sample, with their products: what the paths of its folds are
 * compared with. Takes lambdas times (rows + columns) numbers.
 */
final class Landmarks implements ColumnScreen {
  private final UnitSample sample;
  private final ColumnScreen screen;
  private final List<double[]> residuals = new ArrayList<>();
  private final List<double[]> products = new ArrayList<>();

  /** Records what a path of the whole sample looks at. */
  Landmarks(UnitSample sample) {
    this.sample = sample;
    this.screen = new PlainScreen(sample);
  }

  /** How many lambdas have one. */
  int count() {
    return residuals.size();
  }

  /** Residual at a place of the path, on the rows of the sample. */
  double[] residual(int k) {
    return residuals.get(k);
  }

  /** Its products with all columns. */
  double[] products(int k) {
    return products.get(k);
  }

  @Override
  public void look(WorkingSet set, int k) {
    screen.look(set, k);
    var residual = new double[sample.rows()];
    sample.residual(set.columns(), set.coefficients, set.members(), residual);
    keep(residuals, k, residual);
    keep(products, k, screen.products(set));
  }

  @Override
  public void beyond(WorkingSet set, double level, UnitPenalty penalty, Found found) {
    screen.beyond(set, level, penalty, found);
  }

  @Override
  public double[] products(WorkingSet set) {
    return screen.products(set);
  }

  private static void keep(List<double[]> list, int k, double[] values) {
    while (list.size() <= k) {
      list.add(values);
    }
    list.set(k, values);
  }
}
