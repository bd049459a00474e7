package org.planlock.plan.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.plan.expression.Names;
import org.planlock.plan.expression.Unit;
import org.planlock.plan.expression.ValueType;

/** The names of one plan where results are spoken of: no column has a value there. */
record ResultNames(Names plan, Map<String, ValueType> values) implements Names {
  @Override
  public Optional<ValueType> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public Set<String> all(Role role) {
    return role == Role.VALUE ? values.keySet() : plan.all(role);
  }

  @Override
  public Set<String> terms(String modelName) {
    return plan.terms(modelName);
  }

  @Override
  public Optional<Unit> unit(String function, List<String> arguments) {
    return plan.unit(function, arguments);
  }
}
