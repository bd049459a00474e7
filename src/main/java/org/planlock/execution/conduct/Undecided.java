package org.planlock.execution.conduct;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.syntax.ExpressionNode;

/** Which hypotheses ask about registered models that were not fitted, themselves or by others. */
final class Undecided {
  private final Map<String, Hypothesis> hypotheses = new LinkedHashMap<>();
  private final Set<String> unfitted;

  Undecided(Plan plan, Set<String> fitted) {
    plan.hypotheses().orElse(List.of()).forEach(one -> hypotheses.put(one.id(), one));
    this.unfitted =
        plan.models().orElse(List.of()).stream()
            .map(ModelSpec::name)
            .filter(name -> !fitted.contains(name))
            .collect(Collectors.toSet());
  }

  /** The models that a hypothesis asks about and nobody fitted, in the order of its questions. */
  Set<String> without(String id) {
    return unfitted.isEmpty() ? Set.of() : without(id, new LinkedHashSet<>());
  }

  private Set<String> without(String id, Set<String> asked) {
    var missing = new LinkedHashSet<String>();
    var hypothesis = hypotheses.get(id);
    if (hypothesis == null || !asked.add(id)) {
      return missing;
    }
    names(hypothesis)
        .forEach(
            name -> {
              if (unfitted.contains(name)) {
                missing.add(name);
              }
              missing.addAll(without(name, asked));
            });
    return missing;
  }

  private static Stream<String> names(Hypothesis hypothesis) {
    return Stream.concat(
            Stream.of(hypothesis.corroborated()), hypothesis.falsified().stated().stream())
        .flatMap(condition -> DomainCalls.in(condition.node()).stream())
        .flatMap(call -> call.arguments().stream())
        .filter(ExpressionNode.Name.class::isInstance)
        .map(argument -> ((ExpressionNode.Name) argument).name());
  }
}
