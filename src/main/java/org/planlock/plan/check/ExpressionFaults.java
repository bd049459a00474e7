package org.planlock.plan.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.expression.ExpressionTypes;
import org.planlock.plan.expression.FunctionSpec.Context;
import org.planlock.plan.expression.ValueType;

/** Expressions whose names, kinds or units do not fit: P220 to P229. */
final class ExpressionFaults implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var names = new PlanNames(facts);
    var rows = new ExpressionTypes(Context.ROW, names);
    var results = new ExpressionTypes(Context.RESULT, new ResultNames(names, Map.of()));
    var coefficients =
        new ExpressionTypes(
            Context.RESULT, new ResultNames(names, Map.of("coefficient", ValueType.number())));
    var aboutRows =
        Stream.concat(
            facts.variables().stream().map(v -> rows.quantity(v.value())),
            facts.rules().stream().map(rule -> rows.condition(PlanExpressions.condition(rule))));
    var retained = facts.plan().retained().stated().map(coefficients::condition);
    var found =
        Stream.of(aboutRows, retained.stream(), hypotheses(facts, results), nulls(facts, results))
            .flatMap(all -> all)
            .flatMap(checked -> checked.diagnostics().stream());
    return Stream.concat(found, branches(facts, rows, results));
  }

  private static Stream<Checked<ValueType>> hypotheses(PlanFacts facts, ExpressionTypes results) {
    return facts.hypotheses().stream()
        .flatMap(h -> Stream.of(Optional.of(h.corroborated()), h.falsified().stated()))
        .flatMap(Optional::stream)
        .map(results::condition);
  }

  private static Stream<Checked<ValueType>> nulls(PlanFacts facts, ExpressionTypes results) {
    return facts.inference().flatMap(i -> i.nulls().stated()).orElse(List.of()).stream()
        .map(wanted -> results.quantity(wanted.statistic()));
  }

  /** Contingencies look at blinded rows or at results; a fault in both readings is a fault. */
  private static Stream<Diagnostic> branches(
      PlanFacts facts, ExpressionTypes rows, ExpressionTypes results) {
    return facts.plan().contingency().orElse(List.of()).stream()
        .flatMap(branch -> either(branch.when(), rows, results));
  }

  private static Stream<Diagnostic> either(
      Expression when, ExpressionTypes rows, ExpressionTypes results) {
    var row = rows.condition(when);
    return row.isSound() ? Stream.of() : results.condition(when).diagnostics().stream();
  }
}
