package org.planlock.execution.readiness;

import java.util.List;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.LambdaMax;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.prepare.Variable;

/** What models leave open: outcome, penalty, grid, folds and selection. */
final class OpenModels {
  private static final List<String> RATIOS = List.of("0.1 .. 1.0 by 0.1", "1");
  private static final List<String> GRIDS =
      List.of("{values: 60, spacing: log_spaced, from: max, to: 0.01 * max}", "{listed: [0.1]}");
  private static final List<String> SCHEMES = List.of("leave_one_out", "k_fold 10", "none");
  private static final List<String> SELECTIONS =
      List.of(
          "{minimum: jointly, over: [l1_ratio, lambda]}",
          "{one_standard_error: jointly, over: [l1_ratio, lambda]}");
  private static final List<String> LOSSES =
      List.of("{of: squared_error, aggregate: mean over rows}");
  private static final List<String> CLASS_LOSSES =
      List.of(
          "{of: binomial_deviance, aggregate: mean over rows}",
          "{of: misclassification, aggregate: mean over rows}");
  private static final List<String> TIES =
      List.of("{within: 1e-12 relative, prefer: [larger l1_ratio, larger lambda]}");

  private final OpenChoices choices;

  OpenModels(OpenChoices choices) {
    this.choices = choices;
  }

  void add(Plan plan) {
    var outcomes =
        plan.variables().orElse(List.of()).stream()
            .filter(variable -> variable.role() == Variable.Role.OUTCOME)
            .map(Variable::name)
            .toList();
    for (var spec : plan.models().orElse(List.of())) {
      model(spec, PlanPath.of("models", spec.name()), outcomes, plan);
    }
  }

  private void model(ModelSpec spec, String path, List<String> outcomes, Plan plan) {
    choices.need(spec.outcome(), path + ".outcome", "what the model explains", outcomes);
    choices.ask(
        spec.penalty(),
        path + ".penalty",
        "how coefficients are penalised",
        List.of("{family: none}", "{family: elastic_net}"));
    choices.ask(
        spec.validate(),
        path + ".validate",
        "how the model is validated",
        List.of("{scheme: leave_one_out}", "{scheme: none}"));
    boolean penalised =
        spec.penalty().stated().filter(p -> p.family() == Penalty.Family.ELASTIC_NET).isPresent();
    if (penalised) {
      spec.penalty().stated().ifPresent(penalty -> penalty(penalty, path + ".penalty."));
      new OpenClass(choices, plan).ask(spec, path + ".penalty.distribution.class_one");
    }
    boolean binomial =
        spec.penalty().stated().filter(p -> p.outcome() == Penalty.Outcome.BINOMIAL).isPresent();
    spec.validate()
        .stated()
        .ifPresent(
            v ->
                validation(
                    v,
                    path + ".validate.",
                    penalised,
                    penalised && binomial ? CLASS_LOSSES : LOSSES));
    if (penalised) {
      spec.penalty()
          .stated()
          .filter(p -> p.lambda().stated().filter(OpenModels::needsLargest).isPresent())
          .flatMap(p -> spec.validate().stated().flatMap(v -> v.outer().stated()))
          .filter(outer -> outer.scheme().kind() != Scheme.Kind.NONE)
          .ifPresent(outer -> largestOutside(outer, path + ".validate.outer."));
    }
  }

  private void penalty(Penalty penalty, String path) {
    choices.need(
        penalty.objective(),
        path + "objective",
        "what lambda multiplies",
        OpenChoices.words(Penalty.Objective.values()));
    choices.need(penalty.l1Ratio(), path + "l1_ratio", "which mixings are tried", RATIOS);
    choices.need(penalty.lambda(), path + "lambda", "which strengths are tried", GRIDS);
    if (penalty.lambda().stated().filter(OpenModels::needsLargest).isPresent()) {
      choices.need(
          penalty.lambdaMax(),
          path + "lambda_max",
          "how the largest strength is computed",
          penalty.hasOwnSequences()
              ? List.of("{formula: glmnet, using: analysis_set}")
              : List.of(
                  "{formula: \"" + LambdaMax.Formula.PLAIN.spelling() + "\", using: analysis_set}",
                  "{formula: glmnet, using: analysis_set}"));
    }
    choices.need(
        penalty.standardize(),
        path + "standardize",
        "whether the fit scales its columns once more",
        List.of("true", "false"));
    choices.need(
        penalty.intercept(),
        path + "intercept",
        "whether a constant is fitted",
        OpenChoices.words(Penalty.Intercept.values()));
    choices.ask(
        penalty.penaltyFactor(),
        path + "penalty_factor",
        "which terms are penalised, and how strongly",
        List.of("{every_term: 1}", "{every_term: 1, unpenalised: [age]}"));
  }

  private static boolean needsLargest(LambdaRule rule) {
    return rule instanceof LambdaRule.Spaced spaced
        && (spaced.from().ofMax() || spaced.to().ofMax());
  }

  private void validation(
      Validation validation, String path, boolean penalised, List<String> losses) {
    choices.need(validation.scheme(), path + "scheme", "how rows become folds", SCHEMES);
    var scheme = validation.scheme().stated().map(Scheme::kind).orElse(Scheme.Kind.LEAVE_ONE_OUT);
    if (scheme == Scheme.Kind.NONE) {
      return;
    }
    if (scheme == Scheme.Kind.K_FOLD) {
      choices.ask(
          validation.repeats(), path + "repeats", "how often folds are drawn", List.of("1", "10"));
      choices.need(
          validation.seed(), path + "seed", "from what folds are drawn", List.of("from plan"));
    }
    choices.need(validation.loss(), path + "loss", "what is averaged over what", losses);
    if (penalised) {
      choices.need(validation.select(), path + "select", "which cell is chosen", SELECTIONS);
      choices.ask(validation.ties(), path + "ties", "which of equal cells is chosen", TIES);
    }
    var outer = validation.outer().stated().filter(o -> o.scheme().kind() != Scheme.Kind.NONE);
    if (scheme != Scheme.Kind.K_FOLD && outer.filter(OpenModels::isRandom).isPresent()) {
      choices.need(
          validation.seed(), path + "seed", "from what folds are drawn", List.of("from plan"));
    }
    outer.ifPresent(o -> outer(o, path + "outer."));
  }

  private static boolean isRandom(Validation.Outer outer) {
    return outer.scheme().kind() == Scheme.Kind.K_FOLD
        || outer
            .inner()
            .stated()
            .filter(inner -> inner.scheme().kind() == Scheme.Kind.K_FOLD)
            .isPresent();
  }

  private void outer(Validation.Outer outer, String path) {
    choices.need(
        outer.inner(),
        path + "inner",
        "how rows become inner folds",
        List.of("{scheme: leave_one_out}"));
  }

  private void largestOutside(Validation.Outer outer, String path) {
    choices.need(
        outer.lambdaMax(),
        path + "lambda_max",
        "on which rows the largest strength is computed",
        List.of("{using: outer_training_fold}", "{using: analysis_set}"));
  }
}
