package org.planlock.execution.prepare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.Learning;
import org.planlock.execution.sample.SampleResult;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Variable;
import org.planlock.trace.TraceEvent;

/** The columns of one preparation: what no fold changes is carried out once. */
final class PreparedColumns {
  /** Columns as the steps left them, and what the steps learnt. */
  record Outcome(Map<String, ColumnState> columns, List<TraceEvent> events) {}

  private final int position;
  private final Preparation preparation;
  private final StepNames names;
  private final SampleResult sample;
  private final StepLog log;
  private final Steps steps;
  private final int shared;
  private final LearntColumns learnt;
  private final Checked<Outcome> start;

  PreparedColumns(
      int position,
      Preparation preparation,
      StepNames names,
      SampleResult sample,
      StepLog log,
      boolean scalingMayMove) {
    this.position = position;
    this.preparation = preparation;
    this.names = names;
    this.sample = sample;
    this.log = log;
    this.steps = new Steps(preparation);
    this.shared = steps.beforeFolds(scalingMayMove);
    this.learnt = new LearntColumns(steps.useOuterRows());
    this.start = start();
  }

  /** Whether any step learns other columns in another fold. */
  boolean learnsInFolds() {
    return shared < steps.size();
  }

  /** What the shared steps found. */
  List<Diagnostic> found() {
    return start.diagnostics();
  }

  Preparation preparation() {
    return preparation;
  }

  String path() {
    return preparation.name().isEmpty() ? "prepare" : "prepare." + preparation.name();
  }

  /** All columns, prepared with what was learnt from these rows. */
  Checked<Map<String, ColumnState>> learn(Learning learning) {
    return start.then(begun -> goOn(begun, learning));
  }

  private Checked<Map<String, ColumnState>> goOn(Outcome begun, Learning learning) {
    var known = learnt.find(learning);
    if (known.isPresent()) {
      log.keep(position, preparation.name(), learning, known.get().events());
      return Checked.of(known.get().columns());
    }
    var run = new StepRun(names, new LearningRows(sample, learning), path(), begun.columns());
    if (learning.fold().isEmpty()) {
      begun.events().forEach(run::record);
    }
    steps.carryOut(shared, steps.size(), run);
    if (!run.isSound()) {
      return Checked.failed(run.found());
    }
    log.keep(position, preparation.name(), learning, run.events());
    var columns = run.columns();
    if (run.found().isEmpty()) {
      learnt.keep(learning, new Outcome(columns, List.copyOf(run.events())), run.size());
    }
    return Checked.of(columns, run.found());
  }

  private Checked<Outcome> start() {
    var everybody = new Learning(sample.analysed(), sample.analysed(), Optional.empty(), "");
    var run = new StepRun(names, new LearningRows(sample, everybody), path(), Map.of());
    steps.formFirst(List.<Variable>copyOf(names.variables().values()), run);
    steps.carryOut(0, shared, run);
    return run.isSound()
        ? Checked.of(new Outcome(run.columns(), run.events()), run.found())
        : Checked.failed(run.found());
  }
}
