package org.planlock.execution.readiness;

import java.util.List;
import java.util.Locale;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.Bounds;
import org.planlock.plan.fit.LambdaFolds;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.Refit;
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
      loss(spec, path + ".validate.loss.of");
      new FitLimits(unsupported).check(spec, path);
    }
    for (var comparison : plan.compare().orElse(List.of())) {
      unsupported.unless(comparison.inference(), "compare", "inference", "none");
    }
  }

  /** The losses of two classes say nothing of an outcome that is a number. */
  private void loss(ModelSpec spec, String path) {
    boolean isNumber =
        spec.penalty().stated().filter(p -> p.outcome() == Penalty.Outcome.GAUSSIAN).isPresent();
    spec.validate()
        .stated()
        .flatMap(validate -> validate.loss().stated())
        .map(loss -> loss.of().name().toLowerCase(Locale.ROOT))
        .filter(word -> isNumber && !word.equals("squared_error"))
        .ifPresent(
            word ->
                unsupported.add(
                    path,
                    "`loss " + word + "` of a gaussian outcome",
                    "register `loss squared_error`, or `family binomial`"));
  }

  private void penalty(Penalty penalty, String path) {
    boolean penalised = penalty.family() == Penalty.Family.ELASTIC_NET;
    penalty
        .distribution()
        .stated()
        .ifPresent(d -> distribution(d, penalised, path + ".distribution"));
    penalty.lambdaFolds().stated().ifPresent(folds -> folds(folds, path + ".lambda_folds"));
    penalty
        .penaltyFactor()
        .stated()
        .ifPresent(
            factors ->
                factors
                    .bounds()
                    .stated()
                    .flatMap(Bounds::otherwise)
                    .ifPresent(words -> bounds(words, path + ".penalty_factor.bounds")));
  }

  private void distribution(Penalty.Distribution distribution, boolean penalised, String path) {
    if (distribution.family() == Penalty.Outcome.BINOMIAL && !penalised) {
      unsupported.add(
          path + ".family",
          "`family binomial` without a penalty",
          "register an elastic net, whose smallest lambda may be 0");
    }
    distribution
        .refit()
        .stated()
        .flatMap(Refit::otherwise)
        .ifPresent(
            words ->
                unsupported.add(
                    path + ".refit",
                    "`refit " + words + "`",
                    "register `refit none`, or `refit relaxed gamma` with its values"));
  }

  private void bounds(String words, String path) {
    unsupported.add(
        path,
        "`bounds " + words + "`",
        "register `bounds none`, or ranges such as `0 .. infinity`");
  }

  private void folds(LambdaFolds folds, String path) {
    boolean own = folds.values() == LambdaFolds.Values.OWN;
    unsupported.unless(folds.interpolation(), path, "interpolation", own ? "linear" : "none");
    unsupported.unless(folds.earlyStop(), path, "early_stop", own ? "glmnet" : "none");
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
