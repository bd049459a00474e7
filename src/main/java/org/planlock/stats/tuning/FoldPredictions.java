package org.planlock.stats.tuning;

import java.util.List;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.TuningGrid;

/** What the fits of one fold say of its left-out rows, and how well they converged. */
final class FoldPredictions {
  private final int repeat;
  private final int[] rows;
  private final double[][][] values;
  private final double worstViolation;
  private final int unconverged;

  private FoldPredictions(
      int repeat, int[] rows, double[][][] values, double worstViolation, int unconverged) {
    this.repeat = repeat;
    this.rows = rows;
    this.values = values;
    this.worstViolation = worstViolation;
    this.unconverged = unconverged;
  }

  static FoldPredictions of(
      int repeat, int[] rows, List<FittedPath> paths, Columns test, TuningGrid grid) {
    var values = new double[paths.size()][][];
    double worst = 0;
    int unconverged = 0;
    for (int line = 0; line < values.length; line++) {
      var path = paths.get(line);
      values[line] = atLambdas(path, test, grid.lines().get(line).lambdas());
      for (var fit : path.fits()) {
        worst = Math.max(worst, fit.kktViolation());
        unconverged += fit.converged() ? 0 : 1;
      }
    }
    return new FoldPredictions(repeat, rows, values, worst, unconverged);
  }

  private static double[][] atLambdas(FittedPath path, Columns test, DoubleVector lambdas) {
    var own = new double[path.fits().size()][];
    for (int k = 0; k < own.length; k++) {
      own[k] = path.fits().get(k).predict(test).toArray();
    }
    return path.line().lambdas().equals(lambdas)
        ? own
        : new LambdaInterpolation(path.line().lambdas()).of(own, lambdas);
  }

  /** Largest violation of the optimality conditions among the fits. */
  double worstViolation() {
    return worstViolation;
  }

  /** How many fits did not converge. */
  int unconverged() {
    return unconverged;
  }

  /** Writes the predictions into {@code all}, indexed by repeat, line, lambda and row. */
  void scatterInto(double[][][][] all) {
    for (int line = 0; line < values.length; line++) {
      for (int k = 0; k < values[line].length; k++) {
        for (int i = 0; i < rows.length; i++) {
          all[repeat][line][k][rows[i]] = values[line][k][i];
        }
      }
    }
  }
}
