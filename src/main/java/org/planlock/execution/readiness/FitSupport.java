package org.planlock.execution.readiness;

import java.util.List;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.LambdaFolds;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.value.Declared;

/** What penalties and validations say that cannot be carried out. */
final class FitSupport {
  private final Unsupported unsupported;

  FitSupport(Unsupported unsupported) {
    this.unsupported = unsupported;
  }

  void check(Plan plan) {
    for (var spec : plan.models().orElse(List.of())) {
      var path = PlanPath.of("models", spec.name());
      spec.penalty().stated().ifPresent(penalty -> penalty(penalty, path + ".penalty"));
      spec.validate().stated().ifPresent(validate -> validation(validate, path + ".validate"));
      new FitLimits(unsupported).check(spec, path);
    }
    for (var comparison : plan.compare().orElse(List.of())) {
      unsupported.unless(comparison.inference(), "compare", "inference", "none");
    }
  }

  private void penalty(Penalty penalty, String path) {
    penalty.distribution().stated().ifPresent(d -> distribution(d, path + ".distribution"));
    if (penalty.solve() == Penalty.Solve.GLMNET) {
      unsupported.add(
          path + ".solve",
          "`solve glmnet`, the iterates of glmnet,",
          "register `solve exact`, the optimum that both come to");
    }
    penalty.lambdaFolds().stated().ifPresent(folds -> folds(folds, path + ".lambda_folds"));
    penalty
        .penaltyFactor()
        .stated()
        .ifPresent(
            factors ->
                unsupported.unless(factors.bounds(), path + ".penalty_factor", "bounds", "none"));
  }

  private void distribution(Penalty.Distribution distribution, String path) {
    if (distribution.family() == Penalty.Outcome.BINOMIAL) {
      unsupported.add(
          path + ".family", "`family binomial`", "register `family gaussian`, or wait for it");
    }
    unsupported.unless(distribution.refit(), path, "refit", "none");
  }

  private void folds(LambdaFolds folds, String path) {
    if (folds.values() == LambdaFolds.Values.OWN) {
      unsupported.add(
          path + ".values",
          "`lambda_folds own`, a sequence for each fold,",
          "register `lambda_folds same_values`");
    }
    unsupported.unless(folds.interpolation(), path, "interpolation", "none");
    unsupported.unless(folds.earlyStop(), path, "early_stop", "none");
  }

  private void validation(Validation validation, String path) {
    participants(unsupported, validation.by(), path);
    unsupported.unless(validation.strata(), path, "strata", "none");
  }

  /** Folds divide participants, each of which has one row here. */
  static void participants(Unsupported unsupported, Declared<String> by, String path) {
    by.stated()
        .filter(word -> !List.of("participant", "row").contains(word))
        .ifPresent(
            word ->
                unsupported.add(
                    path + ".by", "folds by `" + word + "`", "register `by participant`"));
  }
}
