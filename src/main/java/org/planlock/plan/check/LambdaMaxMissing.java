package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.value.Declared;

/** A sequence that starts at the largest strength, which is said not to apply. */
final class LambdaMaxMissing implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .filter(model -> model.penalty().stated().filter(LambdaMaxMissing::needsIt).isPresent())
        .map(
            model ->
                Diagnostic.at(
                        facts.placeOf(model, "penalty.lambda"),
                        Rule.LAMBDA_MAX_MISSING,
                        "lambda is a part of `max`, and `lambda_max` is said not to apply")
                    .labelled(facts.placeOf(model, "penalty.lambda_max"), "said here")
                    .help("state how `lambda_max` is computed, or give the ends as numbers"));
  }

  private static boolean needsIt(Penalty penalty) {
    return penalty.lambdaMax() instanceof Declared.NotApplicable
        && penalty.lambda().stated().orElse(null) instanceof LambdaRule.Spaced spaced
        && (spaced.from().ofMax() || spaced.to().ofMax());
  }
}
