package org.planlock.plan.check;

import java.util.HashMap;
import java.util.Map;
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
    var made = firstSteps(facts, preparation, Step.Residualise.class);
    var used = firstSteps(facts, preparation, Step.Derive.class);
    return facts.terms().of(model).stream()
        .flatMap(term -> Stream.of(term.split(":")))
        .distinct()
        .flatMap(term -> facts.variable(term).stream())
        .flatMap(
            variable ->
                PlanExpressions.calls(variable.value(), "residual")
                    .filter(
                        call ->
                            made.getOrDefault(measure(call), Integer.MAX_VALUE)
                                >= used.getOrDefault(variable.name(), Integer.MAX_VALUE))
                    .limit(1)
                    .map(call -> finding(facts, preparation, variable.name(), call)));
  }

  /** The place of the first step of a kind that works on each column. */
  private static Map<String, Integer> firstSteps(
      PlanFacts facts, Preparation preparation, Class<? extends Step> kind) {
    var first = new HashMap<String, Integer>();
    for (int i = 0; i < preparation.steps().size(); i++) {
      var step = preparation.steps().get(i);
      if (kind.isInstance(step)) {
        for (var column : facts.terms().expand(Steps.targets(step))) {
          first.putIfAbsent(column, i);
        }
      }
    }
    return first;
  }

  private static String measure(ExpressionNode.Call call) {
    return call.arguments().stream().findFirst().flatMap(PlanExpressions::word).orElse("");
  }

  private static Diagnostic finding(
      PlanFacts facts, Preparation preparation, String variable, ExpressionNode.Call call) {
    return Diagnostic.at(
            call.span(),
            Rule.RESIDUAL_WITHOUT_STEP,
            "`"
                + variable
                + "` needs the residual of `"
                + measure(call)
                + "`, and no step before makes it")
        .labelled(
            facts.places().of(Places.path("prepare", preparation.name()) + ".steps"), "the steps")
        .help("add a `residualise` step for it before it is used");
  }
}
