package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.List;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Sample;
import org.planlock.stats.SparseVector;

/**
 * The elastic net for a gaussian outcome: the optimum itself, certified by its optimality
 * conditions, not the point where an iteration became slow.
 *
 * <p>Columns that are constant over the rows of positive weight get coefficient 0. At l1Ratio 0 and
 * at lambda 0 the optimum need not be sparse; at lambda 0 with dependent columns it is not unique,
 * and one optimum is returned.
 */
public final class ElasticNet implements PathSolver {
  /** Steps of lambda on the way to a first value far below entry; larger ones cost more systems. */
  private static final double STRIDE = 0.5;

  /** Below this share of entry nearly all that will enter has entered. */
  private static final double LAST_STOP = 1e-3;

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
    if (!(strengths instanceof TuningGrid grid)
        || options.solve() != Solve.EXACT
        || options.family() != Family.GAUSSIAN
        || !options.limits().isNone()) {
      throw new UnsupportedOperationException("in the making");
    }
    var factors = options.penaltyFactors().effective(sample.predictors().count());
    var unit = new UnitSample(sample, options);
    return grid.lines().stream().map(line -> path(sample, unit, factors, line)).toList();
  }

  private FittedPath path(Sample sample, UnitSample unit, double[] factors, TuningLine line) {
    if (unit.flat) {
      return flat(sample, unit, line);
    }
    var penalty = new UnitPenalty(unit, line.l1Ratio(), factors, options);
    var search = new SupportSearch(unit, penalty);
    double entry = search.entry();
    double level = entry;
    var fits = new ArrayList<ElasticNetFit>(line.lambdas().size());
    for (int k = 0; k < line.lambdas().size(); k++) {
      double lambda = line.lambdas().at(k);
      int left = options.stopping().maxSystems();
      while (left > 0 && level * STRIDE > lambda && level > LAST_STOP * entry) {
        level *= STRIDE;
        left -= search.advance(level, options.stopping().tolerance(), left);
      }
      left -= search.advance(lambda, options.stopping().tolerance(), left);
      level = Math.min(level, lambda);
      fits.add(
          fit(
              sample,
              unit,
              line.l1Ratio(),
              lambda,
              search,
              options.stopping().maxSystems() - left));
    }
    return new FittedPath(line, fits);
  }

  private ElasticNetFit fit(
      Sample sample,
      UnitSample unit,
      double l1Ratio,
      double lambda,
      SupportSearch search,
      int iterations) {
    var coefficients = new double[sample.predictors().count()];
    double intercept = unit.outcomeCentre;
    for (int j = 0; j < unit.count(); j++) {
      var column = unit.column(j);
      double value = search.coefficient(j) * (unit.outcomeSize / column.size());
      coefficients[column.index()] = value;
      intercept -= column.centre() * value;
    }
    double violation = search.violation();
    var status =
        violation <= options.stopping().tolerance() ? FitStatus.CONVERGED : FitStatus.NOT_CONVERGED;
    return new ElasticNetFit(
        l1Ratio, lambda, intercept, SparseVector.of(coefficients), violation, iterations, status);
  }

  private static FittedPath flat(Sample sample, UnitSample unit, TuningLine line) {
    var zeros = SparseVector.of(new double[sample.predictors().count()]);
    var fits =
        line.lambdas().stream()
            .mapToObj(
                lambda ->
                    new ElasticNetFit(
                        line.l1Ratio(),
                        lambda,
                        unit.outcomeCentre,
                        zeros,
                        0,
                        0,
                        FitStatus.CONSTANT_OUTCOME))
            .toList();
    return new FittedPath(line, fits);
  }
}
