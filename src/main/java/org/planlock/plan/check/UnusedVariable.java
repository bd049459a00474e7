package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.prepare.Variable;

/** A variable that nothing in the plan uses. */
final class UnusedVariable implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    if (facts.models().isEmpty()) {
      return Stream.of();
    }
    return facts.variables().stream()
        .map(Variable::name)
        .filter(name -> !facts.usage().isUsed(name))
        .map(
            name ->
                facts
                    .at(
                        Places.path("variables", name) + ".name",
                        Rule.UNUSED_NAME,
                        "the variable `" + name + "` is used nowhere")
                    .note("a promise of a variable that enters no model is easily misread")
                    .help("add it to the terms of a model or to a set, or delete it"));
  }
}
