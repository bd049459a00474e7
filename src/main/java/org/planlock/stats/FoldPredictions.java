package org.planlock.stats;

import java.util.List;

/**
 * What the fits of one fold say of its left-out rows.
 *
 * @param repeat which assignment the fold belongs to
 * @param rows the left-out rows, ascending
 * @param values predictions by line, lambda and left-out row
 * @param worstViolation largest violation of the optimality conditions among the fits
 * @param unconverged how many fits did not converge
 */
record FoldPredictions(
    int repeat, int[] rows, double[][][] values, double worstViolation, int unconverged) {

  static FoldPredictions of(int repeat, int[] rows, List<FittedPath> paths, Columns test) {
    var values = new double[paths.size()][][];
    double worst = 0;
    int unconverged = 0;
    for (int line = 0; line < values.length; line++) {
      var fits = paths.get(line).fits();
      values[line] = new double[fits.size()][];
      for (int k = 0; k < fits.size(); k++) {
        var fit = fits.get(k);
        values[line][k] = fit.predict(test).toArray();
        worst = Math.max(worst, fit.kktViolation());
        unconverged += fit.converged() ? 0 : 1;
      }
    }
    return new FoldPredictions(repeat, rows, values, worst, unconverged);
  }
}
