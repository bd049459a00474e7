package org.planlock.execution.fit;

import java.util.List;
import org.planlock.execution.result.SelectedCell;

/**
 * What selection without some participants says of them.
 *
 * @param rows the participants left out, as 0-based rows of the analysis set
 * @param predicted one value for each of them
 * @param reference the mean outcome of the training rows
 * @param unconverged how many fits did not converge
 */
record OuterFit(
    List<Integer> rows,
    List<Double> predicted,
    double reference,
    SelectedCell cell,
    int unconverged) {

  /** All predictions in the order of the rows. */
  static ScoreBoard.Predicted predicted(List<OuterFit> fits, double[] outcome) {
    var values = new double[outcome.length];
    var references = new double[outcome.length];
    for (var fit : fits) {
      for (int k = 0; k < fit.rows().size(); k++) {
        values[fit.rows().get(k)] = fit.predicted().get(k);
        references[fit.rows().get(k)] = fit.reference();
      }
    }
    return ScoreBoard.Predicted.of(outcome, values, references);
  }
}
