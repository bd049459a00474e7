package org.planlock.execution.readiness;

import org.planlock.plan.fit.LambdaMax;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.value.Scope;

/** Finds words beside sequences of each fold's own that would be carried out as other words. */
final class OwnSequenceLimits {
  private final Unsupported unsupported;

  OwnSequenceLimits(Unsupported unsupported) {
    this.unsupported = unsupported;
  }

  void check(ModelSpec spec, Penalty penalty, String path) {
    if (!penalty.hasOwnSequences()) {
      return;
    }
    if (penalty
        .lambdaMax()
        .stated()
        .filter(largest -> largest.formula() != LambdaMax.Formula.GLMNET)
        .isPresent()) {
      unsupported.add(
          path + ".penalty.lambda_max",
          "`lambda_folds own` from another `lambda_max` than glmnet's",
          "register `lambda_max glmnet`, or `lambda_folds same_values`");
    }
    spec.outerLambdaMax()
        .filter(Scope.ANALYSIS_SET::equals)
        .ifPresent(
            scope ->
                unsupported.add(
                    path + ".validate.outer.lambda_max",
                    "`lambda_folds own` whose outer loop has `lambda_max using analysis_set`",
                    "register `lambda_max using outer_training_fold`"));
  }
}
