package org.planlock.plan.check;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.prepare.Variable;

/** A variable that is made of itself. */
final class VariableCycle implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.variables().stream()
        .flatMap(
            variable ->
                circle(facts, variable).map(names -> finding(facts, variable, names)).stream());
  }

  private static Diagnostic finding(PlanFacts facts, Variable variable, List<String> names) {
    var circle = names.size() > 2 ? ": " + String.join(" -> ", names) : "";
    return facts
        .at(
            Places.path("variables", variable.name()) + ".value",
            Rule.VARIABLE_CYCLE,
            "`" + variable.name() + "` is made of itself" + circle)
        .help("make it of columns; a column with this name needs another one here");
  }

  /** The shortest way from a variable back to itself, if there is one. */
  private static Optional<List<String>> circle(PlanFacts facts, Variable start) {
    var from = new HashMap<String, String>();
    var waiting = new ArrayDeque<Variable>();
    waiting.add(start);
    while (!waiting.isEmpty() && !from.containsKey(start.name())) {
      var variable = waiting.remove();
      PlanExpressions.nodes(variable.value().node())
          .flatMap(node -> PlanExpressions.word(node).stream())
          .filter(name -> from.putIfAbsent(name, variable.name()) == null)
          .forEach(name -> facts.variable(name).ifPresent(waiting::add));
    }
    return from.containsKey(start.name())
        ? Optional.of(wayBack(from, start.name()))
        : Optional.empty();
  }

  private static List<String> wayBack(Map<String, String> from, String start) {
    var way = new ArrayDeque<>(List.of(start));
    do {
      way.addFirst(from.getOrDefault(way.getFirst(), start));
    } while (!way.getFirst().equals(start));
    return List.copyOf(way);
  }
}
