package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A level at which every hypothesis of a family holds, whatever its p-value. */
final class LevelOfOne implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts
        .inference()
        .flatMap(inference -> inference.multiplicity().stated())
        .filter(family -> family.at().toDouble() >= 1)
        .stream()
        .map(
            family ->
                facts
                    .at(
                        "inference.multiplicity.at",
                        Rule.OUT_OF_RANGE,
                        "`" + family.at().text() + "` is outside its range: above 0 and below 1")
                    .note("no p-value is above 1, so every hypothesis would hold")
                    .help("write the level, such as 0.05"));
  }
}
