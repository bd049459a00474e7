package org.planlock.execution.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Column;
import org.planlock.plan.prepare.ImputeBy;
import org.planlock.plan.prepare.ImputeBy.Method;
import org.planlock.plan.prepare.MissingLimit;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Scope;
import org.planlock.stats.Moments;

/** Fills missing values with what the step's rows say, within the registered limit. */
final class ImputeStep {
  private final StepRun run;
  private final Step.Impute step;
  private final Scope using;
  private final StepEvent event;

  ImputeStep(StepRun run, Step.Impute step, Scope using) {
    this.run = run;
    this.step = step;
    this.using = using;
    this.event = new StepEvent(step.step(), "impute", using);
  }

  void carryOut() {
    var by = step.by().stated();
    if (by.isEmpty()) {
      run.report(Rule.OPEN_CHOICE, "step " + step.step() + " does not say `by` what it imputes");
      return;
    }
    var columns = run.names().terms().of(step.impute());
    step.limit().stated().ifPresent(limit -> hold(limit, columns));
    if (by.get().method() != Method.COMPLETE_CASE) {
      columns.forEach(name -> run.numeric(name).ifPresent(state -> one(name, state, by.get())));
    }
    event.detail("by", by.get().text()).record(run, columns);
  }

  private void one(String name, ColumnState state, ImputeBy by) {
    var numbers = new Numbers(state.current());
    var value = value(name, by, numbers.present(run.rows(using)));
    if (value.isEmpty()) {
      return;
    }
    double fill = value.get();
    var all = numbers.all();
    long filled = Arrays.stream(all).filter(Double::isNaN).count();
    var complete = Arrays.stream(all).map(x -> Double.isNaN(x) ? fill : x).toArray();
    event.learnt(name, "value", fill, "filled", (double) filled);
    run.put(name, state.imputed(Column.of(name, complete)));
  }

  private Optional<Double> value(String name, ImputeBy by, double... present) {
    if (by.method() == Method.CONSTANT) {
      return by.constant().map(Decimal::toDouble);
    }
    if (present.length == 0) {
      run.report(
          Rule.NOT_ESTIMABLE,
          "`" + name + "` has no value in " + using.word() + " from which to impute");
      return Optional.empty();
    }
    return Optional.of(
        by.method() == Method.MEAN ? Moments.mean(present) : Moments.median(present));
  }

  private void hold(MissingLimit limit, List<String> columns) {
    if (limit.per().equals("column")) {
      columns.forEach(name -> run.state(name).ifPresent(s -> perColumn(limit, s.current())));
    } else {
      perParticipant(limit, columns);
    }
  }

  private void perColumn(MissingLimit limit, Column column) {
    var rows = run.rows(limit.of());
    long missing = Arrays.stream(rows).filter(column::isMissing).count();
    if (isOver(limit, missing, rows.length)) {
      over(limit, column.name(), missing, rows.length);
    }
  }

  private void perParticipant(MissingLimit limit, List<String> columns) {
    var states = columns.stream().flatMap(name -> run.state(name).stream()).toList();
    for (int row : run.rows(limit.of())) {
      long missing = states.stream().filter(s -> s.current().isMissing(row)).count();
      if (isOver(limit, missing, states.size())) {
        over(limit, run.names().frame().participants().get(row), missing, states.size());
      }
    }
  }

  private static boolean isOver(MissingLimit limit, long missing, int whole) {
    return missing * 100.0 > limit.percent().toDouble() * whole;
  }

  private void over(MissingLimit limit, String whose, long missing, int whole) {
    var percent = String.format(Locale.ROOT, "%.1f", missing * 100.0 / whole);
    var message =
        "`" + whose + "` misses " + missing + " of " + whole + " values (" + percent + " %)";
    run.report(
        Diagnostic.at(run.place(), Rule.OVER_MISSING_LIMIT, message)
            .note("the plan imputes up to " + limit.text() + ", then goes no further"));
  }
}
