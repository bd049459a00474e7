package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A reference that is not among the levels of its column. */
final class ReferenceNotALevel implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.columns().stream()
        .filter(
            column ->
                column.reference().stated().filter(r -> !column.levels().contains(r)).isPresent())
        .map(
            column ->
                new UnknownWord(
                        Rule.REFERENCE_NOT_A_LEVEL,
                        "level",
                        column.reference().stated().orElseThrow(),
                        column.levels())
                    .at(
                        facts
                            .places()
                            .of(Places.path("data.columns", column.name()) + ".reference")));
  }
}
