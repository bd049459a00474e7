package org.planlock.plan.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.expression.ExpressionTypes;
import org.planlock.plan.expression.FunctionSpec.Context;
import org.planlock.plan.expression.Unit;
import org.planlock.plan.expression.ValueType;
import org.planlock.plan.prepare.Variable;

/** A variable whose declared unit is not the one that its expression gives. */
final class DeclaredUnitDiffers implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var types = new ExpressionTypes(Context.ROW, new PlanNames(facts));
    return facts.variables().stream()
        .flatMap(
            variable ->
                variable
                    .unit()
                    .stated()
                    .flatMap(unit -> differs(facts, types, variable, unit))
                    .stream());
  }

  private static Optional<Diagnostic> differs(
      PlanFacts facts, ExpressionTypes types, Variable variable, String declared) {
    var inferred =
        types
            .quantity(variable.value())
            .value()
            .filter(ValueType.Number.class::isInstance)
            .flatMap(type -> ((ValueType.Number) type).unit());
    return inferred
        .filter(unit -> !unit.equals(Unit.parse(declared)))
        .map(
            unit ->
                Diagnostic.at(
                        facts.places().of(Places.path("variables", variable.name()) + ".unit"),
                        Rule.DECLARED_UNIT_DIFFERS,
                        "`"
                            + variable.name()
                            + "` is declared in `"
                            + declared
                            + "`, and its columns give "
                            + (unit.isNone() ? "a number without a unit" : "`" + unit.text() + "`"))
                    .labelled(variable.value().node().span(), "made of these")
                    .help("declare the unit that the expression gives, or change the expression"));
  }
}
