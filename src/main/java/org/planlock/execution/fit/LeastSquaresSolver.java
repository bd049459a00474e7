package org.planlock.execution.fit;

import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.LeastSquaresFit;
import org.planlock.stats.NotEstimable;
import org.planlock.stats.OrdinaryLeastSquares;
import org.planlock.stats.Sample;
import org.planlock.stats.SparseVector;
import org.planlock.stats.WeightedLeastSquares;
import org.planlock.stats.elasticnet.ElasticNetFit;
import org.planlock.stats.elasticnet.FitStatus;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.Strengths;
import org.planlock.stats.elasticnet.TuningGrid;
import org.planlock.stats.elasticnet.TuningLine;

/** Fits without a penalty, as the one cell of a grid that has nothing to tune. */
final class LeastSquaresSolver implements PathSolver {
  /** The grid of a fit that has nothing to tune. */
  static final TuningGrid ONE_CELL =
      new TuningGrid(List.of(new TuningLine(0, DoubleVector.of(0.0))));

  private final String modelName;
  private final List<String> columns;
  private final boolean intercept;

  LeastSquaresSolver(String modelName, List<String> columns, boolean intercept) {
    this.modelName = modelName;
    this.columns = List.copyOf(columns);
    this.intercept = intercept;
  }

  /**
   * The weighted mean of the training rows as the prediction of every other row.
   *
   * @param logits whether the mean is a share of class 1, and predictions are logits
   */
  static PathSolver interceptOnly(String modelName, boolean logits) {
    var nothing = new LeastSquaresSolver(modelName, List.of(), true);
    return (sample, grid) -> {
      var empty =
          Sample.of(
              Columns.of(sample.rows(), new double[0][]),
              sample.outcome().toArray(),
              sample.weights().toArray());
      var mean = nothing.fit(empty).orThrow().intercept();
      var zeros = DoubleVector.of(new double[sample.predictors().count()]);
      return List.of(oneCell(logits ? StrictMath.log(mean / (1 - mean)) : mean, zeros));
    };
  }

  Checked<LeastSquaresFit> fit(Sample sample) {
    int terms = sample.predictors().count();
    if (sample.rows() < terms + 1) {
      return Checked.failed(Refusals.tooFewRows(modelName, sample.rows(), terms));
    }
    var fitted =
        sample.weights().stream().distinct().count() < 2
            ? OrdinaryLeastSquares.fit(sample.predictors(), sample.outcome().toArray(), intercept)
            : WeightedLeastSquares.fit(sample, intercept);
    if (fitted instanceof NotEstimable why) {
      return why.columns().isEmpty()
          ? Checked.failed(Refusals.tooFewRows(modelName, sample.rows(), terms))
          : Checked.failed(
              why.columns().stream()
                  .map(column -> Refusals.dependentTerm(modelName, columns.get(column)))
                  .toList());
    }
    return Checked.of((LeastSquaresFit) fitted);
  }

  @Override
  public List<FittedPath> paths(Sample sample, Strengths strengths) {
    var fit = RefusedException.orRefuse(fit(sample));
    return List.of(oneCell(fit.intercept(), fit.coefficients()));
  }

  private static FittedPath oneCell(double intercept, DoubleVector coefficients) {
    var fit =
        new ElasticNetFit(
            0, 0, intercept, SparseVector.of(coefficients.toArray()), 0, 1, FitStatus.CONVERGED);
    return new FittedPath(ONE_CELL.lines().get(0), List.of(fit));
  }
}
