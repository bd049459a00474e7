package org.planlock.execution.prepare;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Column;
import org.planlock.plan.prepare.Product.State;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.value.Scope;

/** Forms the product of every left parent with every right one, each in its registered state. */
final class InteractStep {
  private final StepRun run;

  InteractStep(StepRun run) {
    this.run = run;
  }

  void carryOut(Step.Interact step) {
    var product = step.as().stated();
    if (product.isEmpty()) {
      run.report(
          Rule.OPEN_CHOICE, "step " + step.step() + " does not say `as` what its parents enter");
      return;
    }
    var formed = new ArrayList<String>();
    for (var left : run.names().terms().of(step.interact().left())) {
      for (var right : run.names().terms().of(step.interact().right())) {
        var name = left + ":" + right;
        formed.add(name);
        var a = parent(left, product.get().left());
        var b = parent(right, product.get().right());
        if (a.isPresent() && b.isPresent()) {
          run.put(name, ColumnState.formed(multiply(name, a.get(), b.get())));
        }
      }
    }
    new StepEvent(step.step(), "interact", Scope.ROW)
        .detail("as", product.get().text())
        .record(run, formed);
  }

  private Optional<Column> parent(String name, State state) {
    var found = run.numeric(name);
    var column = found.flatMap(parent -> parent.in(state)).filter(StepRun::isNumeric);
    if (found.isPresent() && column.isEmpty()) {
      var word = state.name().toLowerCase(Locale.ROOT);
      run.report(
          Diagnostic.at(
                  run.place(),
                  Rule.NOT_IN_STATE,
                  "`" + name + "` enters a product " + word + ", but no step before made it so")
              .help("name another state, or put the step before this one"));
    }
    return column;
  }

  private static Column multiply(String name, Column left, Column right) {
    var a = new Numbers(left).all();
    var b = new Numbers(right).all();
    var product = new double[a.length];
    for (int row = 0; row < product.length; row++) {
      product[row] = a[row] * b[row];
    }
    return Column.of(name, product);
  }
}
