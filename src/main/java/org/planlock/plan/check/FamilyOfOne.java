package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Inference;

/** A correction for several tests over a family of one. */
final class FamilyOfOne implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.inference().flatMap(i -> i.multiplicity().stated()).stream()
        .filter(family -> family.method() != Inference.Method.NONE && family.over().size() == 1)
        .map(
            family ->
                facts
                    .at(
                        "inference.multiplicity.over",
                        Rule.FAMILY_OF_ONE,
                        "the family has one member, so nothing is corrected")
                    .help(
                        "name every hypothesis of the family, or say that multiplicity does not apply"));
  }
}
