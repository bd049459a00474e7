package org.planlock.stats.tuning;

import java.util.List;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.TuningGrid;

/**
 * What the fits of one fold say of its left-out rows at their own lambdas, and how well they
 * converged.
 */
final class FoldPredictions {
  private final int repeat;
  private final int[] rows;
  private final List<DoubleVector> lambdas;
  private final double[][][] values;
  private final double worstViolation;
  private final int unconverged;

  private FoldPredictions(
      int repeat,
      int[] rows,
      List<DoubleVector> lambdas,
      double[][][] values,
      double worstViolation,
      int unconverged) {
    this.repeat = repeat;
    this.rows = rows;
    this.lambdas = lambdas;
    this.values = values;
    this.worstViolation = worstViolation;
    this.unconverged = unconverged;
  }

  static FoldPredictions of(int repeat, int[] rows, List<FittedPath> paths, Columns test) {
    var values = new double[paths.size()][][];
    double worst = 0;
    int unconverged = 0;
    for (int line = 0; line < values.length; line++) {
      var fits = paths.get(line).fits();
      values[line] = new double[fits.size()][];
      for (int k = 0; k < fits.size(); k++) {
        var fit = fits.get(k);
        values[line][k] = fit.predicted(test);
        worst = Math.max(worst, fit.kktViolation());
        unconverged += fit.converged() ? 0 : 1;
      }
    }
    var lambdas = paths.stream().map(path -> path.line().lambdas()).toList();
    return new FoldPredictions(repeat, rows, lambdas, values, worst, unconverged);
  }

  /** Largest violation of the optimality conditions among the fits. */
  double worstViolation() {
    return worstViolation;
  }

  /** How many fits did not converge. */
  int unconverged() {
    return unconverged;
  }

  /** Writes the predictions at the grid's lambdas, indexed by repeat, line, lambda and row. */
  void scatterInto(double[][][][] all, TuningGrid grid) {
    for (int line = 0; line < values.length; line++) {
      var wanted = grid.lines().get(line).lambdas();
      var known = values[line];
      if (lambdas.get(line).equals(wanted)) {
        for (int k = 0; k < known.length; k++) {
          put(known[k], all[repeat][line][k]);
        }
      } else {
        new LambdaInterpolation(lambdas.get(line)).of(known, wanted, rows, all[repeat][line]);
      }
    }
  }

  private void put(double[] predictions, double[] byRow) {
    for (int i = 0; i < rows.length; i++) {
      byRow[rows[i]] = predictions[i];
    }
  }
}
