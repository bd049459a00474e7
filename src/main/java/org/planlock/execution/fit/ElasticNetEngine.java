package org.planlock.execution.fit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.elasticnet.ElasticNet;
import org.planlock.stats.elasticnet.ElasticNetOptions;
import org.planlock.stats.elasticnet.Family;
import org.planlock.stats.elasticnet.OwnSequences;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.RelaxedNet;
import org.planlock.stats.elasticnet.Solve;
import org.planlock.stats.elasticnet.Strengths;
import org.planlock.stats.elasticnet.TuningGrid;
import org.planlock.stats.elasticnet.TuningLine;
import org.planlock.trace.TraceEvent;

/** The elastic net as a plan registers it. */
final class ElasticNetEngine implements Engine {
  private final ModelSpec modelSpec;
  private final Penalty penalty;
  private final ElasticNetOptions options;
  private final PathSolver solver;
  private final GridMaker grids;
  private final ObservationWeights weights;
  private final List<String> columns;

  ElasticNetEngine(
      ModelSpec modelSpec,
      Penalty penalty,
      ElasticNetOptions options,
      ObservationWeights weights,
      List<String> columns) {
    this.modelSpec = modelSpec;
    this.penalty = penalty;
    this.options = options;
    var plain = new ElasticNet(options);
    this.solver =
        penalty.gammas().isEmpty()
            ? plain
            : new RelaxedSolver(modelSpec.name(), new RelaxedNet(plain, options));
    this.grids = new GridMaker(modelSpec, penalty);
    this.weights = weights;
    this.columns = List.copyOf(columns);
  }

  @Override
  public PathSolver solver() {
    return solver;
  }

  @Override
  public boolean tuned() {
    return true;
  }

  @Override
  public boolean binomial() {
    return options.family() == Family.BINOMIAL;
  }

  @Override
  public boolean relaxed() {
    return !penalty.gammas().isEmpty();
  }

  @Override
  public boolean gridDependsOnData() {
    return grids.dependsOnData();
  }

  @Override
  public Checked<StrengthGrid> grid(GridRows rows) {
    return grids.grid(rows, options, solver);
  }

  /** Iterates and relaxed fits depend on the strengths before them, an optimum does not. */
  @Override
  public Strengths leadingTo(StrengthGrid grid, Chosen chosen) {
    var line = grid.tuning().lines().get(chosen.line());
    if (grid.strengths() instanceof OwnSequences own) {
      return new OwnSequences(
          List.of(line.l1Ratio()), own.count(), own.smallest(), List.of(line.gamma()));
    }
    var all = line.lambdas().toArray();
    int first = options.solve() == Solve.GLMNET || relaxed() ? 0 : chosen.index();
    var lambdas = new double[chosen.index() - first + 1];
    System.arraycopy(all, first, lambdas, 0, lambdas.length);
    return new TuningGrid(
        List.of(new TuningLine(line.l1Ratio(), line.gamma(), DoubleVector.of(lambdas))));
  }

  @Override
  public Optional<Engine> otherSolve() {
    var other = options.solve() == Solve.EXACT ? Solve.GLMNET : Solve.EXACT;
    return Optional.of(
        new ElasticNetEngine(modelSpec, penalty, options.solve(other), weights, columns));
  }

  @Override
  public String solveWord() {
    return options.solve().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public double threshold() {
    return options.stopping().threshold();
  }

  @Override
  public TraceEvent describe(TraceEvent event) {
    return weights.describe(new EffectiveOptions(penalty, options, columns).describe(event));
  }
}
