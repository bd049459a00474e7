package org.planlock.stats.elasticnet;

import java.util.List;

/**
 * The fits of one sample along one line of a grid.
 *
 * @param line what was asked for
 * @param fits one per lambda, in the order of the line
 */
public record FittedPath(TuningLine line, List<ElasticNetFit> fits) {
  public FittedPath {
    fits = List.copyOf(fits);
    if (fits.size() != line.lambdas().size()) {
      throw new IllegalArgumentException(
          fits.size() + " fits for " + line.lambdas().size() + " values of lambda");
    }
  }

  /** What was done for all fits together: linear systems solved, or glmnet's passes. */
  public int passes() {
    return fits.stream().mapToInt(ElasticNetFit::iterations).sum();
  }

  /** Whether every fit converged. */
  public boolean converged() {
    return fits.stream().allMatch(ElasticNetFit::converged);
  }
}
