package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;

/** A term that must stay without penalty, and must not enter. */
final class TermFreeAndExcluded implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream().flatMap(model -> model(facts, model));
  }

  private static Stream<Diagnostic> model(PlanFacts facts, ModelSpec model) {
    var factors = model.penalty().stated().flatMap(p -> p.penaltyFactor().stated());
    var path = Places.path("models", model.name()) + ".penalty.penalty_factor";
    return factors.stream()
        .flatMap(
            stated ->
                stated.excluded().stream()
                    .filter(term -> stated.unpenalised().contains(term))
                    .map(
                        term ->
                            facts
                                .atWord(
                                    path + ".excluded",
                                    term,
                                    Rule.TERM_FREE_AND_EXCLUDED,
                                    "`" + term + "` is unpenalised and excluded at once")
                                .labelled(
                                    facts.places().word(path + ".unpenalised", term),
                                    "unpenalised here")
                                .help("name `" + term + "` in one of the two")));
  }
}
