package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;

/**
 * The cross-validated errors of one l1Ratio, and of one gamma where fits are relaxed.
 *
 * @param error mean loss at each lambda; squared units of the outcome for squared errors
 * @param se its standard error
 * @param nonzero how many coefficients differ from 0 in the fit of all rows
 */
public record CvCurve(
    double l1Ratio,
    Optional<Double> gamma,
    List<Double> lambda,
    List<Double> error,
    List<Double> se,
    List<Integer> nonzero) {
  public CvCurve {
    lambda = List.copyOf(lambda);
    error = List.copyOf(error);
    se = List.copyOf(se);
    nonzero = List.copyOf(nonzero);
  }
}
