package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.LambdaFolds;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.Penalty;

/** Listed strengths for which each fold is to have a sequence of its own. */
final class OneSequenceForAll implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .filter(model -> model.penalty().stated().filter(OneSequenceForAll::isListed).isPresent())
        .map(
            model ->
                Diagnostic.at(
                        facts.placeOf(model, "penalty.lambda_folds"),
                        Rule.ONE_SEQUENCE_FOR_ALL,
                        "a listed lambda is one sequence for all folds, `own` changes nothing")
                    .labelled(facts.placeOf(model, "penalty.lambda"), "listed here")
                    .note("`cv.glmnet` takes a given `lambda` in the same way")
                    .help("write `lambda_folds same_values`"));
  }

  private static boolean isListed(Penalty penalty) {
    return penalty.lambda().stated().filter(LambdaRule.Listed.class::isInstance).isPresent()
        && penalty
            .lambdaFolds()
            .stated()
            .filter(folds -> folds.values() == LambdaFolds.Values.OWN)
            .isPresent();
  }
}
