package org.planlock.stats.elasticnet;

/** Makes the products of all columns at every look. */
final class PlainScreen implements ColumnScreen {
  private final UnitProblem problem;
  private final double[] residual;
  private final double[] shared;

  PlainScreen(UnitProblem problem) {
    this.problem = problem;
    residual = new double[problem.shared().rows()];
    shared = new double[problem.shared().count()];
  }

  @Override
  public void look(WorkingSet set, int k) {
    problem.residual(set.columns(), set.coefficients, set.members(), residual);
    problem.shared().multiplyTransposed(residual, shared);
  }

  @Override
  public void beyond(WorkingSet set, double level, UnitPenalty penalty, Found found) {
    for (int j = 0; j < problem.count(); j++) {
      if (set.positionOf(j) < 0) {
        double product = product(j);
        if (Math.abs(product) > level * penalty.absolute(j)) {
          found.take(j, product);
        }
      }
    }
  }

  @Override
  public double[] products(WorkingSet set) {
    var products = new double[problem.count()];
    for (int j = 0; j < products.length; j++) {
      products[j] = product(j);
    }
    return products;
  }

  private double product(int j) {
    return problem.scale(j) * shared[problem.sharedColumn(j)];
  }
}
