package org.planlock.plan.check;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.planlock.syntax.ExpressionNode;

/** The columns, each at its session, that a name is made of in the end. */
final class Leaves {
  /** A column at a session, or once for each participant. */
  record Leaf(String column, Optional<String> session) {
    String phrase() {
      return column + session.map(s -> " at " + s).orElse("");
    }
  }

  private final PlanFacts facts;
  private final Set<String> open = new HashSet<>();
  private final Set<Leaf> found = new LinkedHashSet<>();

  private Leaves(PlanFacts facts) {
    this.facts = facts;
  }

  static Set<Leaf> of(PlanFacts facts, String name) {
    var leaves = new Leaves(facts);
    leaves.name(name, Optional.empty());
    return leaves.found;
  }

  private void name(String name, Optional<String> session) {
    var variable = facts.variable(name);
    if (variable.isEmpty()) {
      found.add(new Leaf(name, session));
    } else if (open.add(name)) {
      walk(variable.get().value().node(), session);
    }
  }

  private void walk(ExpressionNode node, Optional<String> session) {
    if (node instanceof ExpressionNode.Name name) {
      name(name.name(), session);
    } else if (node instanceof ExpressionNode.At at) {
      walk(at.value(), Optional.of(at.session()));
    } else {
      PlanExpressions.children(node).forEach(child -> walk(child, session));
    }
  }
}
