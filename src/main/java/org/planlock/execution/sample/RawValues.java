package org.planlock.execution.sample;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.execution.Places;
import org.planlock.plan.Plan;
import org.planlock.plan.prepare.Variable;

/**
 * Columns and variables before any step: {@code residual(x)} is read as {@code x}, so that who
 * misses what is known before anything is learnt.
 */
public final class RawValues implements RowValues {
  private final Frame frame;
  private final Places places;
  private final Terms terms;
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Map<String, Optional<Column>> formed = new HashMap<>();

  /** The raw values of a plan's names. */
  public RawValues(Plan plan, Places places, Frame frame) {
    this.frame = frame;
    this.places = places;
    this.terms = new Terms(plan, frame);
    plan.variables().orElse(List.of()).forEach(v -> variables.put(v.name(), v));
  }

  Map<String, Variable> variables() {
    return Collections.unmodifiableMap(variables);
  }

  @Override
  public Optional<Column> column(String name) {
    var known = formed.get(name);
    if (known != null) {
      return known;
    }
    formed.put(name, Optional.empty());
    var variable = variables.get(name);
    var column =
        variable == null
            ? frame.column(name, places.of("variables")).value()
            : Optional.of(
                VariableFormation.form(variable, this, frame.participants().size()).column());
    formed.put(name, column);
    return column;
  }

  @Override
  public Optional<Column> residual(String name) {
    return column(name);
  }

  @Override
  public String unit(String name) {
    var variable = variables.get(name);
    return variable == null
        ? frame.contract(name).flatMap(c -> c.unit().stated()).orElse("")
        : variable.unit().orElse("");
  }

  @Override
  public List<String> members(String name) {
    return terms.of(name);
  }
}
