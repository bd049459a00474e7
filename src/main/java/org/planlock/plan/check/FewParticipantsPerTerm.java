package org.planlock.plan.check;

import java.util.Comparator;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** The largest model has few participants for each of its terms: allowed, and good to know. */
final class FewParticipantsPerTerm implements PlanCheck {
  private static final int UNPENALISED_EACH = 10;

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.target().stream()
        .flatMap(n -> facts.models().stream().map(model -> ModelSize.of(facts, model, n)))
        .filter(FewParticipantsPerTerm::isFew)
        .max(Comparator.comparingInt(ModelSize::terms))
        .map(
            size ->
                facts
                    .at(
                        Places.path("models", size.model().name()) + ".name",
                        Rule.FEW_PARTICIPANTS_PER_TERM,
                        "`"
                            + size.model().name()
                            + "` has "
                            + size.terms()
                            + " terms for "
                            + size.participants()
                            + " participants")
                    .note(
                        size.penalised()
                            ? "a penalty makes this possible; which terms are kept then varies from sample to sample"
                            : "coefficients of small samples are uncertain"))
        .stream();
  }

  private static boolean isFew(ModelSize size) {
    int needed = size.penalised() ? size.terms() + 1 : size.terms() * UNPENALISED_EACH;
    return size.participants() < needed
        && (size.penalised() || size.participants() >= size.terms() + 1);
  }
}
