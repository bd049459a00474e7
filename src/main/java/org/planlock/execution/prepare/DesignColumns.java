package org.planlock.execution.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.Design;
import org.planlock.execution.sample.Column;
import org.planlock.execution.sample.SampleResult;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.Preparation;

/** Puts the prepared columns of a model's terms together, in their registered order. */
final class DesignColumns {
  private static final int LISTED = 5;

  private final StepRun run;
  private final ModelSpec modelSpec;
  private final List<String> analysed;
  private final int[] rows;

  DesignColumns(StepRun run, ModelSpec modelSpec, SampleResult sample) {
    this.run = run;
    this.modelSpec = modelSpec;
    this.analysed = sample.analysed();
    this.rows =
        analysed.stream()
            .mapToInt(participant -> run.names().frame().row(participant).orElseThrow())
            .toArray();
  }

  Checked<Design> design(Preparation preparation) {
    var terms = ordered(run.names().terms().of(modelSpec), preparation);
    var outcome = modelSpec.outcome().stated();
    if (outcome.isEmpty()) {
      run.report(Rule.OPEN_CHOICE, "`" + modelSpec.name() + "` does not say its `outcome`");
      return Checked.failed(run.found());
    }
    var columns = terms.stream().flatMap(term -> complete(term).stream()).toList();
    var explained = outcome(outcome.get());
    if (!run.isSound() || explained.isEmpty()) {
      return Checked.failed(run.found());
    }
    var values = columns.stream().map(column -> new Numbers(column).all()).toList();
    var x = new ArrayList<double[]>();
    for (int row : rows) {
      x.add(values.stream().mapToDouble(column -> column[row]).toArray());
    }
    var all = new Numbers(explained.get()).all();
    var y = new ArrayList<Double>();
    for (int row : rows) {
      y.add(all[row]);
    }
    return Checked.of(new Design(analysed, terms, x, y), run.found());
  }

  private Optional<Column> outcome(String name) {
    if (!OutcomeClasses.isAsked(modelSpec)) {
      return complete(name);
    }
    var column =
        levels(name)
            .or(() -> run.state(name).map(ColumnState::current))
            .map(found -> new OutcomeClasses(run, modelSpec).of(found, rows));
    column.ifPresent(this::gaps);
    return column.filter(found -> run.isSound());
  }

  /** A column of levels as it was read, whatever a step coded it to. */
  private Optional<Column> levels(String name) {
    return run.names()
        .frame()
        .contract(name)
        .filter(contract -> !contract.levels().isEmpty())
        .flatMap(contract -> run.names().frame().column(name, run.place()).value());
  }

  private List<String> ordered(List<String> terms, Preparation preparation) {
    var order = run.names().terms().of(preparation.columns());
    if (order.isEmpty()) {
      return terms;
    }
    terms.stream()
        .filter(term -> !order.contains(term))
        .forEach(
            term ->
                run.report(
                    Diagnostic.at(
                            run.place(),
                            Rule.NOT_AMONG_COLUMNS,
                            "`"
                                + term
                                + "` is a term of `"
                                + modelSpec.name()
                                + "`, but `columns`"
                                + " of `"
                                + preparation.name()
                                + "` lacks it")
                        .note("`columns` fixes the order of all columns of a design")
                        .help("add `" + term + "` to `columns`")));
    return order.stream().filter(terms::contains).toList();
  }

  private Optional<Column> complete(String name) {
    var column = run.numeric(name).map(ColumnState::current);
    column.ifPresent(this::gaps);
    return column;
  }

  private void gaps(Column column) {
    var missing = new ArrayList<String>();
    for (int i = 0; i < rows.length; i++) {
      if (column.isMissing(rows[i])) {
        missing.add(analysed.get(i));
      }
    }
    if (!missing.isEmpty()) {
      var shown = String.join("`, `", missing.subList(0, Math.min(LISTED, missing.size())));
      var more = missing.size() > LISTED ? " and " + (missing.size() - LISTED) + " more" : "";
      run.report(
          Diagnostic.at(
                  run.place(),
                  Rule.MISSING_CELL,
                  "`" + column.name() + "` is missing for `" + shown + "`" + more)
              .note("nobody is dropped silently from `" + modelSpec.name() + "`")
              .help("impute it, or leave the row out by a rule of `sample`"));
    }
  }
}
