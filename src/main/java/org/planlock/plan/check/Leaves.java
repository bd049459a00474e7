package org.planlock.plan.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.planlock.syntax.ExpressionNode;

/** The columns, each at its session, that a name is made of in the end. */
final class Leaves {
  /** A column at a session, or once for each participant. */
  record Leaf(String column, Optional<String> session) {
    String phrase() {
      return column + session.map(s -> " at " + s).orElse("");
    }

    /** Written out: what Java would make up for it at run time delays every start. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Leaf leaf
          && column.equals(leaf.column)
          && session.equals(leaf.session);
    }

    @Override
    public int hashCode() {
      return 31 * column.hashCode() + session.hashCode();
    }
  }

  private record Part(ExpressionNode node, Optional<String> session) {}

  private final PlanFacts facts;
  private final Set<String> opened = new HashSet<>();
  private final Set<Leaf> found = new LinkedHashSet<>();
  private final Deque<Part> waiting = new ArrayDeque<>();

  private Leaves(PlanFacts facts) {
    this.facts = facts;
  }

  static Set<Leaf> of(PlanFacts facts, String name) {
    var leaves = new Leaves(facts);
    leaves.name(name, Optional.empty());
    while (!leaves.waiting.isEmpty()) {
      leaves.follow(leaves.waiting.pop());
    }
    return leaves.found;
  }

  private void name(String name, Optional<String> session) {
    var variable = facts.variable(name);
    if (variable.isEmpty()) {
      found.add(new Leaf(name, session));
    } else if (opened.add(name)) {
      waiting.push(new Part(variable.get().value().node(), session));
    }
  }

  private void follow(Part part) {
    if (part.node() instanceof ExpressionNode.Name name) {
      name(name.name(), part.session());
    } else if (part.node() instanceof ExpressionNode.At at) {
      waiting.push(new Part(at.value(), Optional.of(at.session())));
    } else {
      PlanExpressions.pushInOrder(
          PlanExpressions.children(part.node()),
          child -> waiting.push(new Part(child, part.session())));
    }
  }
}
