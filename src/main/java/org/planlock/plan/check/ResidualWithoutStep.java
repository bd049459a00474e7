package org.planlock.plan.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;
import org.planlock.syntax.ExpressionNode;

/** A term made of a residual, in a preparation that residualises nothing of that name before. */
final class ResidualWithoutStep implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .flatMap(
            model ->
                facts.preparation(model).stream()
                    .flatMap(preparation -> in(facts, model, preparation)));
  }

  private static Stream<Diagnostic> in(PlanFacts facts, ModelSpec model, Preparation preparation) {
    return facts.terms().of(model).stream()
        .flatMap(term -> Stream.of(term.split(":")))
        .distinct()
        .flatMap(term -> facts.variable(term).stream())
        .flatMap(
            variable ->
                PlanExpressions.calls(variable.value(), "residual")
                    .flatMap(call -> missing(facts, preparation, variable.name(), call).stream())
                    .limit(1));
  }

  private static Optional<Diagnostic> missing(
      PlanFacts facts, Preparation preparation, String variable, ExpressionNode.Call call) {
    var measure = call.arguments().stream().findFirst().flatMap(PlanExpressions::word).orElse("");
    boolean made =
        preparation.steps().stream()
            .takeWhile(step -> !isDerived(facts, step, variable))
            .filter(Step.Residualise.class::isInstance)
            .anyMatch(step -> facts.terms().expand(Steps.targets(step)).contains(measure));
    return made
        ? Optional.empty()
        : Optional.of(
            Diagnostic.at(
                    call.span(),
                    Rule.RESIDUAL_WITHOUT_STEP,
                    "`"
                        + variable
                        + "` needs the residual of `"
                        + measure
                        + "`, and no step before makes it")
                .labelled(
                    facts.places().of(Places.path("prepare", preparation.name()) + ".steps"),
                    "the steps")
                .help("add a `residualise` step for it before it is used"));
  }

  private static boolean isDerived(PlanFacts facts, Step step, String variable) {
    return step instanceof Step.Derive
        && facts.terms().expand(Steps.targets(step)).contains(variable);
  }
}
