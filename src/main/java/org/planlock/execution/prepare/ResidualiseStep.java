package org.planlock.execution.prepare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Column;
import org.planlock.execution.sample.Values;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.prepare.Step.Rows;
import org.planlock.plan.value.Scope;

/** Takes out of columns what regressors explain, by least squares on the step's rows. */
final class ResidualiseStep {
  private static final String INTERCEPT = "intercept";
  private static final Pattern ITS_OWN_NAME =
      Pattern.compile("(?<![A-Za-z0-9])\\([A-Za-z0-9_]+\\)");

  private final StepRun run;
  private final Step.Residualise step;
  private final Scope using;
  private final StepEvent event;

  ResidualiseStep(StepRun run, Step.Residualise step, Scope using) {
    this.run = run;
    this.step = step;
    this.using = using;
    this.event = new StepEvent(step.step(), "residualise", using);
  }

  void carryOut() {
    var rows = step.rows().stated();
    if (rows.isEmpty()) {
      run.report(Rule.OPEN_CHOICE, "step " + step.step() + " does not say which `rows` it takes");
      return;
    }
    var columns = run.names().terms().of(step.residualise());
    columns.forEach(name -> run.state(name).ifPresent(state -> one(name, state, rows.get())));
    event.detail("rows", rows.get().spelling()).record(run, columns);
  }

  private void one(String name, ColumnState state, Rows rows) {
    var target = state.current();
    if (target.perSession() == (rows == Rows.PARTICIPANT) || !isNumeric(target)) {
      run.report(wrongRows(target, rows));
      return;
    }
    Map<String, Column> regressors = new LinkedHashMap<>();
    for (var written : step.on()) {
      if (!written.equals(INTERCEPT)) {
        var regressor = ITS_OWN_NAME.matcher(written).replaceAll(name);
        run.state(regressor).ifPresent(found -> regressors.put(regressor, found.current()));
      }
    }
    var unusable =
        regressors.values().stream()
            .filter(column -> !isNumeric(column) || !fits(column, target))
            .toList();
    unusable.forEach(column -> run.report(run.notNumeric(column)));
    if (unusable.isEmpty() && run.isSound()) {
      run.put(name, state.residualised(residuals(target, regressors, rows)));
    }
  }

  private Column residuals(Column target, Map<String, Column> regressors, Rows rows) {
    var fit = new LeastSquaresResiduals(run, target, regressors, step.on().contains(INTERCEPT));
    var fitRows = run.rows(using);
    if (rows != Rows.PER_SESSION) {
      return fit.learn(List.copyOf(target.parts().keySet()), fitRows, event, "");
    }
    var column = target;
    for (var session : target.parts().keySet()) {
      var parts = new LinkedHashMap<String, Values>(column.parts());
      parts.putAll(fit.learn(List.of(session), fitRows, event, session).parts());
      column = new Column(target.name(), parts);
    }
    return column;
  }

  private static boolean isNumeric(Column column) {
    return column.parts().values().stream().allMatch(Values.Numbers.class::isInstance);
  }

  /** A regressor without sessions is the same at every session. */
  private static boolean fits(Column regressor, Column target) {
    return !regressor.perSession() || target.perSession();
  }

  private Diagnostic wrongRows(Column target, Rows rows) {
    return Diagnostic.at(
            run.place(),
            Rule.WRONG_ROWS,
            "`"
                + target.name()
                + "` cannot be residualised on rows `"
                + rows.spelling()
                + "`: it has one "
                + (target.perSession() ? "number a session" : "value a participant"))
        .help(
            target.perSession()
                ? "write `rows participant x session pooled` or `… per_session`"
                : "write `rows participant`, and name columns of numbers");
  }
}
