package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;

/**
 * What cross-validation found.
 *
 * @param curves one for each l1Ratio; none for a fit without penalty
 * @param selected the chosen cell; none for a fit without penalty
 * @param mse the error at the chosen cell, in squared units of the outcome
 * @param interceptOnlyMse the error of predicting each row by the mean of its training rows
 * @param predictions of the chosen cell, one a participant; averaged over repeats
 * @param foldFits the fits of all folds at the chosen cell, repeat by repeat
 */
public record CvResult(
    List<CvCurve> curves,
    Optional<SelectedCell> selected,
    double mse,
    double se,
    double interceptOnlyMse,
    List<Double> predictions,
    List<Coefficients> foldFits) {
  public CvResult {
    curves = List.copyOf(curves);
    predictions = List.copyOf(predictions);
    foldFits = List.copyOf(foldFits);
  }
}
