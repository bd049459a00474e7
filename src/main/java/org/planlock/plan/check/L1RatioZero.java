package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.LambdaMax;
import org.planlock.plan.fit.Penalty;

/** A pure ridge penalty with a largest strength that divides by its l1_ratio of zero. */
final class L1RatioZero implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .filter(model -> model.penalty().stated().filter(L1RatioZero::dividesByZero).isPresent())
        .map(
            model ->
                Diagnostic.at(
                        facts.placeOf(model, "penalty.l1_ratio"),
                        Rule.L1_RATIO_ZERO,
                        "l1_ratio 0 is among the values, and `lambda_max` divides by it")
                    .labelled(facts.placeOf(model, "penalty.lambda_max"), "divides here")
                    .help(
                        "leave 0 out, or take `max_abs(x'(y - mean(y))) / (n * max(l1_ratio, 0.001))`"));
  }

  private static boolean dividesByZero(Penalty penalty) {
    boolean zero =
        penalty.l1Ratio().stated().stream()
            .flatMap(values -> values.stream())
            .anyMatch(value -> value.value().signum() == 0);
    return zero
        && penalty
            .lambdaMax()
            .stated()
            .filter(max -> max.formula() == LambdaMax.Formula.PLAIN)
            .isPresent();
  }
}
