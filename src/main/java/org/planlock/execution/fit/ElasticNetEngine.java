package org.planlock.execution.fit;

import java.util.Locale;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.ElasticNet;
import org.planlock.stats.elasticnet.ElasticNetOptions;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/** The elastic net as a plan registers it. */
final class ElasticNetEngine implements Engine {
  private final Penalty penalty;
  private final ElasticNetOptions options;
  private final ElasticNet solver;
  private final GridMaker grids;
  private final ObservationWeights weights;

  ElasticNetEngine(
      ModelSpec modelSpec, Penalty penalty, ElasticNetOptions options, ObservationWeights weights) {
    this.penalty = penalty;
    this.options = options;
    this.solver = new ElasticNet(options);
    this.grids = new GridMaker(modelSpec, penalty);
    this.weights = weights;
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
  public boolean gridDependsOnData() {
    return grids.dependsOnData();
  }

  @Override
  public Checked<StrengthGrid> grid(Sample sample, String fold) {
    return grids.grid(sample, options, fold);
  }

  @Override
  public FinalFit fit(Sample sample, double l1Ratio, double lambda) {
    return FinalFit.of(solver.fit(sample, l1Ratio, lambda));
  }

  @Override
  public TraceEvent describe(TraceEvent event) {
    var factors = options.penaltyFactors().factors();
    var described =
        event
            .with("family", word(penalty.family()))
            .with("objective", word(options.objective()))
            .with("solve", word(penalty.solve()))
            .with("standardize", options.standardize())
            .with("intercept", options.intercept() ? "free" : "none");
    return weights
        .describe(described)
        .with(
            "penaltyFactors", factors.isEmpty() ? TraceValue.of(1.0) : TraceValue.numbers(factors));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
