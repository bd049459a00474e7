package org.planlock.plan.check;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.prepare.Variable;

/** A variable that is made of itself. */
final class VariableCycle implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.variables().stream()
        .filter(variable -> reachesItself(facts, variable))
        .map(
            variable ->
                facts
                    .at(
                        Places.path("variables", variable.name()) + ".value",
                        Rule.VARIABLE_CYCLE,
                        "`" + variable.name() + "` is made of itself")
                    .help("make it of columns; a column with this name needs another one here"));
  }

  private static boolean reachesItself(PlanFacts facts, Variable start) {
    var seen = new HashSet<String>();
    var waiting = new ArrayDeque<Variable>();
    waiting.add(start);
    while (!waiting.isEmpty()) {
      var names =
          PlanExpressions.nodes(waiting.remove().value().node())
              .flatMap(node -> PlanExpressions.word(node).stream())
              .filter(seen::add)
              .toList();
      if (names.contains(start.name())) {
        return true;
      }
      names.forEach(name -> facts.variable(name).ifPresent(waiting::add));
    }
    return false;
  }
}
