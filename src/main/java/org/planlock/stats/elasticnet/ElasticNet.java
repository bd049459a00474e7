package org.planlock.stats.elasticnet;

import java.util.List;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Sample;

/**
 * Elastic nets with a gaussian or a binomial outcome: any number of columns, dependent, constant
 * and copied ones included; relaxed along lines whose gamma is below 1. At l1Ratio 0 and at lambda
 * 0 the optimum need not be sparse; at lambda 0 with dependent columns it is not unique, and one
 * optimum is returned.
 *
 * <p>Memory: the sample twice (by row and by column), rows of X'X that were asked for (256 MB at
 * most), and for each thread the products of its own working set; never a copy of the sample for
 * each fold.
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
    if (RelaxedNet.isNeededFor(strengths)) {
      return new RelaxedNet(this, options).paths(sample, strengths);
    }
    return options.family() == Family.BINOMIAL
        ? new BinomialNet(options).paths(sample, strengths)
        : new PathFamily(new UnitSample(sample, options), options).paths(strengths);
  }

  @Override
  public RowsLeftOut leavingOut(Sample sample) {
    var sharing =
        options.family() == Family.BINOMIAL
            ? new BinomialNet(options).leavingOut(sample)
            : new FoldPaths(sample, options);
    var relaxed = new RelaxedNet(this, options).leavingOut(sample, sharing);
    return (kept, strengths) ->
        RelaxedNet.isNeededFor(strengths)
            ? relaxed.paths(kept, strengths)
            : sharing.paths(kept, strengths);
  }
}
