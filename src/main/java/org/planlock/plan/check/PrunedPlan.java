package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * The part of a plan that has a meaning, when some of it has none: what cannot be bound is left out
 * as if it were still open.
 *
 * @param bound the rest, if a plan is left
 * @param findings what binding the whole tree found
 * @param lost what was left out
 */
record PrunedPlan(Optional<BoundPlan> bound, List<Diagnostic> findings, List<Span> lost) {
  private static final int MOST_ROUNDS = 12;

  /** No part of a plan has nearly so many keys; to prune such a text key by key would take long. */
  private static final int MOST_KEYS = 1000;

  static PrunedPlan of(PlanNode.Mapping written) {
    var tree = written;
    var lost = new ArrayList<Span>();
    var first = PlanBinder.bind(tree);
    var result = first;
    if (isEndless(written)) {
      return new PrunedPlan(Optional.empty(), first.diagnostics(), lost);
    }
    for (int i = 0; i < MOST_ROUNDS && !result.isSound(); i++) {
      var wrong = result.diagnostics().stream().filter(Diagnostic::isError).toList();
      var shorter = tree;
      for (var finding : wrong) {
        shorter = new TreePruning(finding.span(), lost).of(shorter);
      }
      if (shorter.equals(tree)) {
        return new PrunedPlan(Optional.empty(), first.diagnostics(), lost);
      }
      tree = shorter;
      result = PlanBinder.bind(tree);
    }
    return new PrunedPlan(
        result.isSound() ? result.value() : Optional.empty(), first.diagnostics(), lost);
  }

  private static boolean isEndless(PlanNode node) {
    if (node instanceof PlanNode.Mapping mapping) {
      return mapping.entries().size() > MOST_KEYS
          || mapping.entries().stream().anyMatch(entry -> isEndless(entry.value()));
    }
    return node instanceof PlanNode.Sequence sequence
        && sequence.items().stream().anyMatch(PrunedPlan::isEndless);
  }
}
