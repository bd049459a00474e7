package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.prepare.TermSet;

/** A set that nothing in the plan uses. */
final class UnusedSet implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    if (facts.models().isEmpty()) {
      return Stream.of();
    }
    return facts.sets().stream()
        .map(TermSet::name)
        .filter(name -> !facts.usage().isUsed(name))
        .map(
            name ->
                facts
                    .at(
                        Places.path("sets", name) + ".name",
                        Rule.UNUSED_NAME,
                        "the set `" + name + "` is used nowhere")
                    .help("use it in a model or a step, or delete it"));
  }
}
