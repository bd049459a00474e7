package org.planlock.execution.conduct;

import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.result.Results;
import org.planlock.execution.sample.Frame;
import org.planlock.execution.sample.SampleResult;

/** One plan carried out from its tables to its verdicts, without its declared alternatives. */
final class Analysis {
  private final Stages stages;

  Analysis(ExecutionRequest request) {
    this(Stages.of(request));
  }

  private Analysis(Stages stages) {
    this.stages = stages;
  }

  /** The same for an alternative, with outer loops carried out or not. */
  static Analysis ofAlternative(ExecutionRequest request, boolean nested) {
    return new Analysis(Stages.ofAlternative(request, nested));
  }

  Stages stages() {
    return stages;
  }

  /** The results, or everything that stops the analysis. */
  Checked<Results> results() {
    var obstacles = stages.obstacles();
    if (obstacles.stream().anyMatch(Diagnostic::isError)) {
      return Checked.failed(obstacles);
    }
    return stages
        .read()
        .then(frame -> stages.select(frame).then(sample -> analysed(frame, sample)));
  }

  private Checked<Results> analysed(Frame frame, SampleResult sample) {
    var plan = stages.request().plan().plan();
    if (plan.models().stated().isEmpty() && plan.exploratory().stated().isEmpty()) {
      return Checked.of(new Conclusion(stages, sample).ofNothing());
    }
    return stages
        .prepare(frame, sample)
        .then(prepared -> prepared.fitAll().then(prepared::conclude));
  }
}
