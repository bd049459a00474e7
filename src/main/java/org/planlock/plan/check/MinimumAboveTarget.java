package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A smallest sample that is larger than the one aimed at. */
final class MinimumAboveTarget implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var minimum = facts.sample().flatMap(s -> s.minimum().stated());
    return facts
        .target()
        .filter(target -> minimum.filter(least -> least.count() > target).isPresent())
        .map(
            target ->
                facts
                    .at(
                        "sample.minimum",
                        Rule.MINIMUM_ABOVE_TARGET,
                        "at least "
                            + minimum.orElseThrow().count()
                            + " participants are needed, and "
                            + target
                            + " are enrolled")
                    .labelled(facts.places().of("sample.target"), "the target")
                    .help("raise the target, or lower the minimum"))
        .stream();
  }
}
