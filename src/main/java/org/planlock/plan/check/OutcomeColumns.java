package org.planlock.plan.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.prepare.Variable;

/** The columns that the outcomes of a plan are made of. */
public final class OutcomeColumns {
  private OutcomeColumns() {}

  /** Their names, through variables down to columns, in the order of the plan. */
  public static Set<String> of(BoundPlan bound) {
    var facts = PlanFacts.of(bound);
    var variables =
        facts.variables().stream()
            .filter(variable -> variable.role() == Variable.Role.OUTCOME)
            .map(Variable::name);
    var fitted = facts.models().stream().flatMap(model -> model.outcome().stated().stream());
    var columns = new LinkedHashSet<String>();
    Stream.concat(variables, fitted)
        .flatMap(outcome -> Leaves.of(facts, outcome).stream())
        .forEach(leaf -> columns.add(leaf.column()));
    return columns;
  }
}
