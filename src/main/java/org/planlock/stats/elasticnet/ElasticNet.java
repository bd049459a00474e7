package org.planlock.stats.elasticnet;

import java.util.List;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Sample;

/**
 * Elastic nets with squared error: any number of columns, dependent, constant and copied ones
 * included. At l1Ratio 0 and at lambda 0 the optimum need not be sparse; at lambda 0 with dependent
 * columns it is not unique, and one optimum is returned.
 */
public final class ElasticNet implements PathSolver {
  private final ElasticNetOptions options;

  public ElasticNet(ElasticNetOptions options) {
    this.options = options;
  }

  /** The fit for one l1Ratio and one lambda. */
  public ElasticNetFit fit(Sample sample, double l1Ratio, double lambda) {
    return path(sample, new TuningLine(l1Ratio, DoubleVector.of(lambda))).fits().get(0);
  }

  /** The fits along one line, each started from the one before. */
  public FittedPath path(Sample sample, TuningLine line) {
    return paths(sample, new TuningGrid(List.of(line))).get(0);
  }

  @Override
  public List<FittedPath> paths(Sample sample, Strengths strengths) {
    if (options.family() == Family.BINOMIAL) {
      return new BinomialNet(options).paths(sample, strengths);
    }
    return new PathFamily(new UnitSample(sample, options), options).paths(strengths);
  }

  @Override
  public RowsLeftOut leavingOut(Sample sample) {
    return options.family() == Family.BINOMIAL
        ? new BinomialNet(options).leavingOut(sample)
        : new FoldPaths(sample, options);
  }
}
