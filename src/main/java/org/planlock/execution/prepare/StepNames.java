package org.planlock.execution.prepare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.execution.Places;
import org.planlock.execution.sample.Frame;
import org.planlock.execution.sample.Terms;
import org.planlock.plan.Plan;
import org.planlock.plan.prepare.Variable;

/** What the steps of a plan can name: tables' columns, sets and variables. */
record StepNames(Places places, Frame frame, Terms terms, Map<String, Variable> variables) {
  static StepNames of(Plan plan, Places places, Frame frame) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    plan.variables().orElse(List.of()).forEach(v -> variables.put(v.name(), v));
    return new StepNames(places, frame, new Terms(plan, frame), variables);
  }

  Optional<Variable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  String unit(String name) {
    return variable(name)
        .map(v -> v.unit().orElse(""))
        .orElseGet(() -> frame.contract(name).flatMap(c -> c.unit().stated()).orElse(""));
  }
}
