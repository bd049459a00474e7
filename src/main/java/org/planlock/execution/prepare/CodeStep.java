package org.planlock.execution.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Column;
import org.planlock.execution.sample.Values;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Scope;

/** Turns levels into the numbers that their column declares; the reference gets the first. */
final class CodeStep {
  private final StepRun run;

  CodeStep(StepRun run) {
    this.run = run;
  }

  void carryOut(Step.Code step) {
    var event = new StepEvent(step.step(), "code", Scope.ROW);
    var columns = run.names().terms().of(step.code());
    for (var name : columns) {
      var codes = run.names().frame().contract(name).flatMap(this::codes);
      if (codes.isPresent()) {
        run.state(name).ifPresent(state -> one(name, state.current(), codes.get(), event));
      } else if (run.names().frame().contract(name).isEmpty()) {
        unclear(name, "its levels are not declared");
      }
    }
    event.record(run, columns);
  }

  private void one(String name, Column column, Map<String, Double> codes, StepEvent event) {
    if (!(column.always().orElse(null) instanceof Values.Texts texts)) {
      unclear(name, "it holds no levels, one a participant");
      return;
    }
    var numbers = new double[texts.size()];
    for (int row = 0; row < numbers.length; row++) {
      var level = texts.texts().get(row);
      numbers[row] = level.map(codes::get).orElse(Double.NaN);
      if (level.isPresent() && !codes.containsKey(level.get())) {
        var who = run.names().frame().participants().get(row);
        unclear(name, "`" + who + "` has `" + level.get() + "`, which is no declared level");
      }
    }
    event.learnt(name, codes);
    run.put(name, ColumnState.formed(Column.of(name, numbers)));
  }

  private Optional<Map<String, Double>> codes(ColumnContract contract) {
    var name = contract.name();
    var reference = contract.reference().stated();
    var values = contract.code().stated().map(c -> c.dummy().isEmpty() ? c.effect() : c.dummy());
    if (reference.isEmpty() || values.isEmpty()) {
      unclear(name, "the plan states no " + (values.isEmpty() ? "`code`" : "`reference`"));
      return Optional.empty();
    }
    var levels = contract.levels();
    if (!levels.contains(reference.get())) {
      unclear(name, "its reference `" + reference.get() + "` is none of its levels");
      return Optional.empty();
    }
    if (levels.size() != values.get().size()) {
      unclear(name, "it has " + levels.size() + " levels and " + values.get().size() + " codes");
      return Optional.empty();
    }
    return Optional.of(paired(levels, reference.get(), values.get()));
  }

  private static Map<String, Double> paired(
      List<String> levels, String reference, List<Decimal> values) {
    var ordered = new ArrayList<>(List.of(reference));
    levels.stream().filter(level -> !level.equals(reference)).forEach(ordered::add);
    Map<String, Double> codes = new LinkedHashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      codes.put(ordered.get(i), values.get(i).toDouble());
    }
    return codes;
  }

  private void unclear(String name, String why) {
    run.report(
        Diagnostic.at(run.place(), Rule.CODING_UNCLEAR, "`" + name + "` cannot be coded: " + why)
            .help(
                "declare the column with `levels`, a `reference` among them, and one number for"
                    + " each level, as in `code dummy 0, 1`"));
  }
}
