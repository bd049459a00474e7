package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

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

  /**
   * The share of folds in which the coefficient of a term is as asked; empty without such a term.
   */
  public Optional<Double> foldShare(String term, DoublePredicate asked) {
    var values = foldFits.stream().flatMap(fit -> fit.of(term).stream()).toList();
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().filter(asked::test).count() / (double) values.size());
  }
}
