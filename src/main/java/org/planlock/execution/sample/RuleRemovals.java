package org.planlock.execution.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.plan.expression.Evaluator;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.expression.Value;
import org.planlock.plan.expression.WhenMissing;
import org.planlock.plan.prepare.ImputeBy;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.sample.SampleRule;

/** Lets every rule of the sample, and every demand for complete cases, look at everybody. */
final class RuleRemovals {
  private final Plan plan;
  private final RowValues values;
  private final int rows;

  RuleRemovals(Plan plan, RowValues values, int rows) {
    this.plan = plan;
    this.values = values;
    this.rows = rows;
  }

  /** The removals in their order: the rules as written, then complete cases. */
  List<Removal> all() {
    var removals = new ArrayList<Removal>();
    var sample = plan.sample().stated();
    sample.flatMap(s -> s.rules().stated()).orElse(List.of()).forEach(r -> add(r, removals));
    sample
        .flatMap(s -> s.rows().stated())
        .filter(rule -> !rule.completeOn().isEmpty())
        .ifPresent(rule -> removals.add(incomplete("sample.rows", rule.completeOn())));
    for (var preparation : plan.prepare().orElse(List.of())) {
      completeCaseSteps(preparation).forEach(removals::add);
    }
    return removals;
  }

  private void add(SampleRule rule, List<Removal> removals) {
    if (rule instanceof SampleRule.Include include) {
      removals.add(judged(rule, include.include(), false));
    } else if (rule instanceof SampleRule.Exclude exclude) {
      removals.add(judged(rule, exclude.exclude(), true));
    }
  }

  private Removal judged(SampleRule rule, Expression condition, boolean leaveIfMet) {
    var leaving = new BitSet(rows);
    Map<Integer, String> undecided = new LinkedHashMap<>();
    var meaning =
        rule.missing().map(m -> WhenMissing.valueOf(m.name())).orElse(WhenMissing.UNDECIDED);
    for (int row = 0; row < rows; row++) {
      var verdict = new Evaluator(new RowEnvironment(values, row), meaning).decide(condition);
      if (verdict instanceof Value.Truth truth) {
        leaving.set(row, truth.value() == leaveIfMet);
      } else {
        undecided.put(row, verdict instanceof Value.Missing missing ? missing.reason() : "");
      }
    }
    var because = rule.because().orElse(condition.text());
    return new Removal(
        "sample.rules[" + because + "]", because, Departure.Origin.PLAN, leaving, undecided);
  }

  private Stream<Removal> completeCaseSteps(Preparation preparation) {
    return preparation.steps().stream()
        .filter(Step.Impute.class::isInstance)
        .map(Step.Impute.class::cast)
        .filter(step -> step.by().stated().filter(RuleRemovals::isCompleteCase).isPresent())
        .map(
            step -> incomplete("prepare." + preparation.name() + "." + step.step(), step.impute()));
  }

  private static boolean isCompleteCase(ImputeBy by) {
    return by.method() == ImputeBy.Method.COMPLETE_CASE;
  }

  private Removal incomplete(String path, List<String> names) {
    var columns = names.stream().flatMap(name -> values.members(name).stream()).distinct().toList();
    var leaving = new BitSet(rows);
    for (var name : columns) {
      for (int row = 0; row < rows; row++) {
        int at = row;
        if (parents(name).anyMatch(each -> isMissing(each, at))) {
          leaving.set(row);
        }
      }
    }
    var because = "not complete on " + String.join(", ", names);
    return new Removal(path, because, Departure.Origin.PLAN, leaving, Map.of());
  }

  private boolean isMissing(String name, int row) {
    return values.column(name).filter(column -> column.isMissing(row)).isPresent();
  }

  private static Stream<String> parents(String term) {
    return Stream.of(term.split(":"));
  }
}
