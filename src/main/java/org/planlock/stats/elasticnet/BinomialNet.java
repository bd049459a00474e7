package org.planlock.stats.elasticnet;

import java.util.List;
import org.planlock.stats.Sample;

/**
 * The elastic net for a binomial outcome, coded 0 and 1 or given as shares of class 1: minus the
 * mean log-likelihood by weight, plus lambda * (r sum f|b| + (1 - r)/2 sum f b^2). Source:
 * Friedman, Hastie, Tibshirani 2010, J Stat Softw 33(1), section 3.
 *
 * <p>Rows of weight 0 and columns constant over the others take no part.
 */
final class BinomialNet implements PathSolver {
  private final ElasticNetOptions options;

  BinomialNet(ElasticNetOptions options) {
    this.options = options;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if an outcome lies outside 0 to 1, a class has fewer than 2
   *     rows, or the rows of positive weight are all of one class
   */
  @Override
  public List<FittedPath> paths(Sample sample, Strengths strengths) {
    var scaled = new BinomialSample(sample, options);
    if (strengths instanceof OwnSequences sequences) {
      return sequences.l1Ratios().stream()
          .map(l1Ratio -> new BinomialPath(scaled, sample, options, l1Ratio).own(sequences))
          .toList();
    }
    return ((TuningGrid) strengths)
        .lines().stream()
            .map(line -> new BinomialPath(scaled, sample, options, line.l1Ratio()).along(line))
            .toList();
  }
}
