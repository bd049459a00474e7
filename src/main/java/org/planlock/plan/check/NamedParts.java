package org.planlock.plan.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.planlock.plan.Plan;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.TermSet;
import org.planlock.plan.prepare.Variable;
import org.planlock.plan.value.Declared;

/** Parts of a plan by their names, so that a long plan is not searched for each word in it. */
record NamedParts(
    Map<String, ModelSpec> models,
    Map<String, Variable> variables,
    Map<String, TermSet> sets,
    Map<String, ColumnContract> columns) {

  static NamedParts of(Plan plan) {
    var columns = plan.data().stated().map(DataContract::columns).flatMap(Declared::stated);
    return new NamedParts(
        named(plan.models().orElse(List.of()), ModelSpec::name),
        named(plan.variables().orElse(List.of()), Variable::name),
        named(plan.sets().orElse(List.of()), TermSet::name),
        named(columns.orElse(List.of()), ColumnContract::name));
  }

  /** The first of each name. */
  private static <T> Map<String, T> named(List<T> items, Function<T, String> name) {
    var named = new HashMap<String, T>();
    items.forEach(item -> named.putIfAbsent(name.apply(item), item));
    return named;
  }
}
