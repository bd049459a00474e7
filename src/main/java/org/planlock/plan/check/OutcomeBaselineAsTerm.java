package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.check.Leaves.Leaf;
import org.planlock.plan.fit.ModelSpec;

/** A term that is the baseline of the outcome: allowed, and good to know. */
final class OutcomeBaselineAsTerm implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream().flatMap(model -> in(facts, model));
  }

  private static Stream<Diagnostic> in(PlanFacts facts, ModelSpec model) {
    var parts = OutcomeParts.of(facts, model);
    return facts.terms().expand(OutcomeAmongTerms.written(model)).stream()
        .filter(term -> Leaves.of(facts, term).stream().noneMatch(parts.followUp()::contains))
        .flatMap(
            term ->
                Leaves.of(facts, term).stream()
                    .filter(
                        leaf -> parts.baseline().contains(leaf) || parts.undecided().contains(leaf))
                    .limit(1)
                    .map(leaf -> finding(facts, model, term, leaf)));
  }

  private static Diagnostic finding(PlanFacts facts, ModelSpec model, String term, Leaf leaf) {
    var outcome = model.outcome().orElse("");
    var message =
        leaf.phrase().equals(term)
            ? "the outcome `" + outcome + "` is made of `" + term + "`, which is a term too"
            : "`"
                + term
                + "` holds `"
                + leaf.phrase()
                + "`, and so does the outcome `"
                + outcome
                + "`";
    return Diagnostic.at(facts.placeOfTerm(model, term), Rule.OUTCOME_BASELINE_AS_TERM, message)
        .note(
            "a change and its own baseline share their errors, so they are related by arithmetic");
  }
}
