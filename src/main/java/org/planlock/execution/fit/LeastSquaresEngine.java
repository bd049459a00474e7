package org.planlock.execution.fit;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.Strengths;
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
  public boolean binomial() {
    return false;
  }

  @Override
  public boolean relaxed() {
    return false;
  }

  @Override
  public boolean gridDependsOnData() {
    return false;
  }

  @Override
  public Checked<StrengthGrid> grid(GridRows rows) {
    return Checked.of(
        StrengthGrid.shared(LeastSquaresSolver.ONE_CELL, List.of(Optional.empty()), solver, rows));
  }

  @Override
  public Strengths leadingTo(StrengthGrid grid, Chosen chosen) {
    return LeastSquaresSolver.ONE_CELL;
  }

  @Override
  public Optional<Engine> otherSolve() {
    return Optional.empty();
  }

  @Override
  public String solveWord() {
    return "householder_qr";
  }

  @Override
  public double threshold() {
    return Double.NaN;
  }

  @Override
  public TraceEvent describe(TraceEvent event) {
    return weights.describe(
        event
            .with("family", "none")
            .with("solve", solveWord())
            .with("intercept", intercept ? "free" : "none"));
  }
}
