package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A model that names a preparation that the plan does not declare. */
final class UnknownPreparation implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var known = facts.names().preparations();
    return facts.models().stream()
        .flatMap(
            model ->
                model.prepare().stream()
                    .filter(name -> !known.contains(name))
                    .map(
                        name ->
                            new UnknownWord(Rule.UNKNOWN_PREPARATION, "preparation", name, known)
                                .at(facts.placeOf(model, "prepare"))));
  }
}
