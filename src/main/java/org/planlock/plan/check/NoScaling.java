package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;

/** A penalty on columns that neither a step nor the engine scales. */
final class NoScaling implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .filter(NoScaling::leavesScalesAlone)
        .flatMap(
            model ->
                facts.preparation(model).stream()
                    .filter(p -> p.steps().stream().noneMatch(Step.Scale.class::isInstance))
                    .map(preparation -> finding(facts, preparation)));
  }

  private static boolean leavesScalesAlone(ModelSpec model) {
    return model
        .penalty()
        .stated()
        .filter(p -> p.family() == Penalty.Family.ELASTIC_NET)
        .filter(p -> !p.standardize().orElse(false))
        .isPresent();
  }

  private static Diagnostic finding(PlanFacts facts, Preparation preparation) {
    return facts
        .at(
            Places.path("prepare", preparation.name()) + ".steps",
            Rule.NO_SCALING,
            "the penalty acts on columns that nothing scales")
        .note("a column in milliseconds is then penalised far less than the same one in seconds")
        .help("add a `scale` step, or say `scale … to none` to show that it is meant");
  }
}
