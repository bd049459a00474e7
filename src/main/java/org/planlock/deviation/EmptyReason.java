package org.planlock.deviation;

import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.PlanNode;

/** Finds a declaration whose reason says nothing. */
final class EmptyReason {
  private EmptyReason() {}

  static Optional<Diagnostic> in(PlanNode item) {
    return item instanceof PlanNode.Mapping mapping
        ? mapping
            .get("because")
            .filter(node -> node instanceof PlanNode.Scalar scalar && scalar.text().isBlank())
            .map(
                node ->
                    Diagnostic.at(node.span(), Rule.REASON_MISSING, "`because` is empty here")
                        .note("a deviation can only be judged with its reason")
                        .help("say in a sentence why it was done otherwise"))
        : Optional.empty();
  }
}
