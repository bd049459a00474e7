package org.planlock.plan.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.inference.Hypothesis;

/** A hypothesis that rests on a model with the role exploratory. */
final class HypothesisOnExploratoryModel implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var exploratory =
        facts.models().stream()
            .filter(
                model ->
                    model.role().stated().filter(r -> r == ModelSpec.Role.EXPLORATORY).isPresent())
            .map(ModelSpec::name)
            .collect(Collectors.toSet());
    return facts.hypotheses().stream().flatMap(hypothesis -> in(facts, hypothesis, exploratory));
  }

  private static Stream<Diagnostic> in(
      PlanFacts facts, Hypothesis hypothesis, Set<String> exploratory) {
    return PlanExpressions.nodes(hypothesis.corroborated().node())
        .filter(node -> PlanExpressions.word(node).filter(exploratory::contains).isPresent())
        .limit(1)
        .map(
            node ->
                Diagnostic.at(
                        node.span(),
                        Rule.HYPOTHESIS_ON_EXPLORATORY_MODEL,
                        "`"
                            + hypothesis.id()
                            + "` rests on `"
                            + PlanExpressions.word(node).orElse("")
                            + "`, which is exploratory")
                    .labelled(
                        facts
                            .places()
                            .of(
                                Places.path("models", PlanExpressions.word(node).orElse(""))
                                    + ".role"),
                        "said here")
                    .note("its verdict will be labelled exploratory too")
                    .help(
                        "give the model the role `primary` or `secondary`, or drop the hypothesis"));
  }
}
