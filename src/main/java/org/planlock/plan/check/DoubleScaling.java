package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;

/** Columns that are scaled by a step and again by the engine. */
final class DoubleScaling implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .filter(
            model -> model.penalty().stated().flatMap(p -> p.standardize().stated()).orElse(false))
        .flatMap(
            model ->
                facts.preparation(model).stream()
                    .flatMap(
                        preparation ->
                            preparation.steps().stream()
                                .filter(Steps::isZ)
                                .limit(1)
                                .map(step -> finding(facts, model, preparation, step))));
  }

  private static Diagnostic finding(
      PlanFacts facts, ModelSpec model, Preparation preparation, Step step) {
    return Diagnostic.at(
            facts.placeOf(model, "penalty.standardize"),
            Rule.DOUBLE_SCALING,
            "the engine standardises columns that step " + step.step() + " has already scaled")
        .labelled(facts.places().of(Steps.path(preparation, step) + ".to"), "scaled here")
        .note("the two use different standard deviations, so the penalty moves between columns")
        .help("write `standardize no`, or drop the `scale` step");
  }
}
