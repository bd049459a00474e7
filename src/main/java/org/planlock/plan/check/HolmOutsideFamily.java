package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Inference;

/** A corrected p value of a hypothesis that is not in the family, or is not corrected by Holm. */
final class HolmOutsideFamily implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var family = facts.inference().map(Inference::multiplicity);
    if (family.isEmpty() || family.get().isOpen()) {
      return Stream.of();
    }
    var corrected = family.get().stated().filter(f -> f.method() == Inference.Method.HOLM);
    return facts.hypotheses().stream()
        .flatMap(PValues::in)
        .filter(call -> call.function().equals("p_holm"))
        .filter(call -> facts.names().hypotheses().contains(PValues.subject(call)))
        .filter(call -> corrected.filter(f -> f.over().contains(PValues.subject(call))).isEmpty())
        .map(
            call ->
                Diagnostic.at(
                        call.span(),
                        Rule.HOLM_OUTSIDE_FAMILY,
                        "`" + PValues.subject(call) + "` is not in a family that Holm corrects")
                    .labelled(facts.places().of("inference.multiplicity"), "the family")
                    .help("add it to the family, or use `p_value`"));
  }
}
