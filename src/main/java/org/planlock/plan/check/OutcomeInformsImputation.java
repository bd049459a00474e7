package org.planlock.plan.check;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.check.Leaves.Leaf;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;

/** An imputation of predictors that looks at the outcome. */
final class OutcomeInformsImputation implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var outcomes =
        facts.models().stream()
            .flatMap(
                model ->
                    Stream.concat(
                        model.outcome().stated().stream(),
                        OutcomeParts.of(facts, model).followUp().stream().map(Leaf::column)))
            .collect(Collectors.toCollection(HashSet::new));
    outcomes.add("outcome");
    return facts.preparations().stream()
        .flatMap(p -> p.steps().stream().flatMap(step -> in(facts, p, step, outcomes)));
  }

  private static Stream<Diagnostic> in(
      PlanFacts facts, Preparation preparation, Step step, Set<String> outcomes) {
    if (!(step instanceof Step.Impute impute)) {
      return Stream.of();
    }
    var informers =
        impute.informedBy().stated().map(w -> List.of(w.text().split("[\\s,]+"))).orElse(List.of());
    return Collections.disjoint(informers, outcomes)
        ? Stream.of()
        : Stream.of(
            facts
                .at(
                    Steps.path(preparation, step) + ".informed_by",
                    Rule.OUTCOME_INFORMS_IMPUTATION,
                    "the outcome decides what is filled in for the predictors")
                .note("under cross-validation a held-out outcome then reaches its own predictors")
                .help("write `informed_by none`, or keep it and report it"));
  }
}
