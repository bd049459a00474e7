package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** An unpenalised fit with fewer participants than it has terms and a constant. */
final class UnpenalisedTooManyTerms implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.target().stream()
        .flatMap(n -> facts.models().stream().map(model -> ModelSize.of(facts, model, n)))
        .filter(size -> !size.penalised() && size.participants() < size.terms() + 1)
        .map(
            size ->
                facts
                    .at(
                        Places.path("models", size.model().name()) + ".name",
                        Rule.UNPENALISED_TOO_MANY_TERMS,
                        "`"
                            + size.model().name()
                            + "` has "
                            + size.terms()
                            + " terms and no penalty, for "
                            + size.participants()
                            + " participants")
                    .note(
                        "without a penalty there are then many equally good fits, and none is the fit")
                    .help("leave terms out, enrol more participants, or state a penalty"));
  }
}
