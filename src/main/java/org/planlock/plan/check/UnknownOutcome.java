package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A model whose outcome is neither a variable nor a column. */
final class UnknownOutcome implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .filter(
            model -> model.outcome().stated().filter(o -> !facts.names().isValue(o)).isPresent())
        .map(
            model ->
                new UnknownWord(
                        Rule.UNKNOWN_OUTCOME,
                        "column or variable",
                        model.outcome().stated().orElseThrow(),
                        facts.names().values())
                    .at(facts.placeOf(model, "outcome")));
  }
}
