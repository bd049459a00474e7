package org.planlock.deviation;

import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.PlanNode;

/** Finds a declaration whose reason is longer than what a ledger keeps of one. */
final class LongReason {
  /** A ledger keeps 4000 characters, the kind of reason before them. */
  private static final int LONGEST = 3900;

  private LongReason() {}

  static Optional<Diagnostic> in(PlanNode item) {
    return item instanceof PlanNode.Mapping mapping
        ? mapping
            .get("because")
            .filter(node -> node instanceof PlanNode.Scalar text && text.text().length() > LONGEST)
            .map(
                node ->
                    Diagnostic.at(
                            node.span(),
                            Rule.WRONG_SHAPE,
                            "`because` is longer than " + LONGEST + " characters")
                        .note("the study's ledger keeps each reason in one entry")
                        .help("say in a sentence why it was done otherwise"))
        : Optional.empty();
  }
}
