package org.planlock.execution.fit;

import java.util.List;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.NothingToRelaxException;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.RelaxedNet;
import org.planlock.stats.elasticnet.Strengths;

/** Relaxed fits, and a finding where every fit retains too many terms to be fitted again. */
final class RelaxedSolver implements PathSolver {
  private final String modelName;
  private final RelaxedNet solver;

  RelaxedSolver(String modelName, RelaxedNet solver) {
    this.modelName = modelName;
    this.solver = solver;
  }

  @Override
  public List<FittedPath> paths(Sample sample, Strengths strengths) {
    try {
      return solver.paths(sample, strengths);
    } catch (NothingToRelaxException tooManyTerms) {
      throw refused();
    }
  }

  @Override
  public RowsLeftOut leavingOut(Sample sample) {
    var sharing = solver.leavingOut(sample);
    return (kept, strengths) -> {
      try {
        return sharing.paths(kept, strengths);
      } catch (NothingToRelaxException tooManyTerms) {
        throw refused();
      }
    };
  }

  private RefusedException refused() {
    return new RefusedException(List.of(Refusals.nothingToRelax(modelName)));
  }
}
