package org.planlock.execution.prepare;

import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.ExpressionNames;
import org.planlock.execution.sample.VariableFormation;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.prepare.Variable;
import org.planlock.plan.value.Scope;

/** Forms variables from what the steps before have left. */
final class DeriveStep {
  private final StepRun run;

  DeriveStep(StepRun run) {
    this.run = run;
  }

  void carryOut(Step.Derive step) {
    var names = run.names().terms().of(step.derive());
    for (var name : names) {
      run.names()
          .variable(name)
          .ifPresentOrElse(
              this::form,
              () -> run.report(Rule.NOT_YET_FORMED, "`" + name + "` is no variable of the plan"));
    }
    new StepEvent(step.step(), "derive", Scope.ROW).record(run, names);
  }

  /** Forms one variable. */
  void form(Variable variable) {
    var unknown = new ExpressionNames(run).unknown(variable.value().node());
    unknown.forEach(run::report);
    if (!unknown.isEmpty()) {
      return;
    }
    var formed = VariableFormation.form(variable, run, run.size());
    if (formed.isEmpty()) {
      run.report(
          Diagnostic.at(
                  variable.value().node().span(),
                  Rule.NO_VALUES,
                  "nobody has a value of `" + variable.name() + "`")
              .note(formed.whyMissing().orElse("no reason is known")));
      return;
    }
    var column = formed.column();
    run.put(
        variable.name(),
        ExpressionNames.calls(variable.value().node(), "residual")
            ? ColumnState.formedFromResiduals(column)
            : ColumnState.formed(column));
  }
}
