package org.planlock.plan.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.syntax.ExpressionNode;
import org.planlock.syntax.PlanNode;

/** What was found wrong while binding, and how expressions are read. */
final class Findings {
  private final List<Diagnostic> found = new ArrayList<>();
  private final Function<PlanNode.Scalar, Checked<ExpressionNode>> expressions;

  Findings(Function<PlanNode.Scalar, Checked<ExpressionNode>> expressions) {
    this.expressions = expressions;
  }

  /** Keeps a finding; empty, so that a caller can end with it. */
  <T> Optional<T> add(Diagnostic diagnostic) {
    found.add(diagnostic);
    return Optional.empty();
  }

  Optional<ExpressionNode> expression(PlanNode.Scalar scalar) {
    var read = expressions.apply(scalar);
    found.addAll(read.diagnostics());
    if (!read.isSound()) {
      return Optional.empty();
    }
    var lost = ExactNumbers.lost(read.orThrow());
    found.addAll(lost);
    return lost.isEmpty() ? read.value() : Optional.empty();
  }

  List<Diagnostic> all() {
    return List.copyOf(found);
  }
}
