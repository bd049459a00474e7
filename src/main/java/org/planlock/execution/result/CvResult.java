package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * What cross-validation found.
 *
 * @param loss what one wrong prediction costs, as plans word it
 * @param curves one for each l1Ratio and gamma; none for a fit without penalty
 * @param selected the chosen cell; none for a fit without penalty
 * @param error the mean loss at the chosen cell
 * @param interceptOnlyError the error of predicting each row by the mean of its training rows
 * @param predictions of the chosen cell, one a participant, averaged over repeats; for a binomial
 *     outcome the share of class 1
 * @param foldFits the fits of all folds at the chosen cell, repeat by repeat
 */
public record CvResult(
    String loss,
    List<CvCurve> curves,
    Optional<SelectedCell> selected,
    double error,
    double se,
    double interceptOnlyError,
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
