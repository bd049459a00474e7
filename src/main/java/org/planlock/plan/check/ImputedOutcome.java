package org.planlock.plan.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.check.Leaves.Leaf;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;

/** An imputation that fills in the outcome itself. */
final class ImputedOutcome implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var outcomes =
        facts.models().stream()
            .flatMap(model -> model.outcome().stated().stream())
            .collect(Collectors.toSet());
    var parts =
        facts.models().stream()
            .flatMap(model -> OutcomeParts.of(facts, model).followUp().stream())
            .map(Leaf::column)
            .collect(Collectors.toSet());
    parts.addAll(outcomes);
    return facts.preparations().stream()
        .flatMap(p -> p.steps().stream().flatMap(step -> in(facts, p, step, parts)));
  }

  private static Stream<Diagnostic> in(
      PlanFacts facts, Preparation preparation, Step step, Set<String> outcomes) {
    if (!(step instanceof Step.Impute impute)) {
      return Stream.of();
    }
    return facts.terms().expand(impute.impute()).stream()
        .filter(outcomes::contains)
        .map(
            column ->
                facts
                    .atWord(
                        Steps.path(preparation, step),
                        column,
                        Rule.IMPUTED_OUTCOME,
                        "`" + column + "` is imputed, and the outcome is made of it")
                    .note("an invented outcome would count as an observation")
                    .help("exclude participants without an outcome, by a rule of the sample"));
  }
}
