package org.planlock.execution.fit;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.trace.TraceEvent;

/** Least squares without penalty. */
final class LeastSquaresEngine implements Engine {
  private final LeastSquaresSolver solver;
  private final boolean intercept;
  private final ObservationWeights weights;

  LeastSquaresEngine(
      String modelName, List<String> columns, boolean intercept, ObservationWeights weights) {
    this.solver = new LeastSquaresSolver(modelName, columns, intercept);
    this.intercept = intercept;
    this.weights = weights;
  }

  @Override
  public PathSolver solver() {
    return solver;
  }

  @Override
  public boolean tuned() {
    return false;
  }

  @Override
  public boolean gridDependsOnData() {
    return false;
  }

  @Override
  public Checked<StrengthGrid> grid(Sample sample, String fold) {
    return Checked.of(new StrengthGrid(LeastSquaresSolver.ONE_CELL, List.of(Optional.empty())));
  }

  @Override
  public FinalFit fit(Sample sample, double l1Ratio, double lambda) {
    var fit = RefusedException.orRefuse(solver.fit(sample));
    return new FinalFit(fit.intercept(), fit.coefficients(), 0, 1, true);
  }

  @Override
  public TraceEvent describe(TraceEvent event) {
    return weights.describe(
        event
            .with("family", "none")
            .with("solve", "householder_qr")
            .with("intercept", intercept ? "free" : "none"));
  }
}
