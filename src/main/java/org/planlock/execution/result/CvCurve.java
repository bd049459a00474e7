package org.planlock.execution.result;

import java.util.List;

/**
 * The cross-validated errors of one l1Ratio.
 *
 * @param mse mean squared error at each lambda, in squared units of the outcome
 * @param se its standard error
 * @param nonzero how many coefficients differ from 0 in the fit of all rows
 */
public record CvCurve(
    double l1Ratio, List<Double> lambda, List<Double> mse, List<Double> se, List<Integer> nonzero) {
  public CvCurve {
    lambda = List.copyOf(lambda);
    mse = List.copyOf(mse);
    se = List.copyOf(se);
    nonzero = List.copyOf(nonzero);
  }
}
