package org.planlock.execution.readiness;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.fit.LambdaMax;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.fit.Selection;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Scope;

/** Finds what a model asks of its fit that would otherwise be carried out as something else. */
final class FitLimits {
  private static final double LARGEST_TOLERANCE = 0.1;
  private static final String ALL_ROWS = "register `using analysis_set`";

  private final Unsupported unsupported;

  FitLimits(Unsupported unsupported) {
    this.unsupported = unsupported;
  }

  void check(ModelSpec spec, String path) {
    var penalty = spec.penalty().stated().filter(p -> p.family() == Penalty.Family.ELASTIC_NET);
    penalty.ifPresent(p -> penalty(p, path + ".penalty"));
    var validation = spec.validate().stated();
    validation
        .flatMap(validate -> validate.outer().stated())
        .ifPresent(outer -> outer(outer, path + ".validate.outer"));
    penalty.ifPresent(
        p -> {
          unchosen(p, spec.validate(), path + ".validate");
          new OwnSequenceLimits(unsupported).check(spec, p, path);
          validation.ifPresent(validate -> selection(validate, p, path + ".validate"));
        });
  }

  private void penalty(Penalty penalty, String path) {
    penalty.lambdaMax().stated().ifPresent(largest -> largest(largest, path + ".lambda_max"));
    if (penalty.kkt().tolerance().toDouble() > LARGEST_TOLERANCE) {
      unsupported.add(
          path + ".kkt.tolerance", "a tolerance above 0.1", "register a tolerance such as 1e-9");
    }
  }

  private void largest(LambdaMax largest, String path) {
    if (largest.using() != Scope.ANALYSIS_SET) {
      unsupported.add(
          path + ".using",
          "`lambda_max using " + largest.using().word() + "`",
          ALL_ROWS + "; an outer loop can have its own");
    }
    largest
        .prepared()
        .filter(scope -> scope != Scope.ANALYSIS_SET)
        .ifPresent(
            scope ->
                unsupported.add(
                    path + ".prepared",
                    "`lambda_max` prepared using `" + scope.word() + "`",
                    ALL_ROWS));
  }

  /** A grid of which nothing says which cell is fitted. */
  private void unchosen(Penalty penalty, Declared<Validation> validate, String path) {
    boolean validated =
        validate.isOpen()
            || validate
                .stated()
                .filter(v -> v.scheme().stated().filter(FitLimits::isNone).isEmpty())
                .isPresent();
    if (!validated && ratios(penalty) * lambdas(penalty) * gammas(penalty) > 1) {
      unsupported.add(
          path,
          "a grid of several cells without validation to choose one",
          "register one `l1_ratio` and one `lambda`, or a `validate`");
    }
  }

  private static int ratios(Penalty penalty) {
    return penalty.l1Ratio().stated().map(List::size).orElse(1);
  }

  private static int gammas(Penalty penalty) {
    return Math.max(1, penalty.gammas().size());
  }

  private static int lambdas(Penalty penalty) {
    Optional<LambdaRule> rule = penalty.lambda().stated();
    if (rule.isPresent() && rule.get() instanceof LambdaRule.Spaced spaced) {
      return spaced.values();
    }
    return rule.map(listed -> ((LambdaRule.Listed) listed).listed().size()).orElse(1);
  }

  private static boolean isNone(Scheme scheme) {
    return scheme.kind() == Scheme.Kind.NONE;
  }

  private void selection(Validation validation, Penalty penalty, String path) {
    validation.select().stated().ifPresent(s -> select(s, penalty, path + ".select"));
    unsupported.unless(validation.edge(), path, "edge", "report");
  }

  private void select(Selection select, Penalty penalty, String path) {
    if (select.minimum().isPresent() == select.oneStandardError().isPresent()) {
      unsupported.add(
          path,
          "a `select` that names not exactly one of `minimum` and `one_standard_error`",
          "register `minimum jointly`, or `one_standard_error jointly`");
    }
    if (ratios(penalty) > 1 && !select.over().isEmpty() && !select.over().contains("l1_ratio")) {
      unsupported.add(
          path + ".over",
          "a choice of lambda alone among several values of l1_ratio",
          "register `over l1_ratio, lambda`, or a single `l1_ratio`");
    }
    unsupported.unless(select.folds(), path, "folds", "same for every l1_ratio");
  }

  private void outer(Validation.Outer outer, String path) {
    if (isNone(outer.scheme())) {
      return;
    }
    FitSupport.participants(unsupported, outer.by(), path);
    outer
        .inner()
        .stated()
        .ifPresent(
            inner -> {
              FitSupport.participants(unsupported, inner.by(), path + ".inner");
              if (isNone(inner.scheme())) {
                unsupported.add(
                    path + ".inner",
                    "nested validation without inner folds",
                    "register inner folds, or `outer` as not applicable");
              }
            });
    outer
        .lambdaMax()
        .stated()
        .map(Validation.Learning::using)
        .filter(scope -> scope != Scope.ANALYSIS_SET && scope != Scope.OUTER_TRAINING_FOLD)
        .ifPresent(
            scope ->
                unsupported.add(
                    path + ".lambda_max",
                    "`lambda_max using " + scope.word() + "` in the outer loop",
                    "register `using outer_training_fold`, or `using analysis_set`"));
  }
}
