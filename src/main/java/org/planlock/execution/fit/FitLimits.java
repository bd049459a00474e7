package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.LambdaMax;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.Selection;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.value.Scope;
import org.planlock.source.Span;

/** Finds what a model asks of its fit that would otherwise be carried out as something else. */
final class FitLimits {
  private static final double LARGEST_TOLERANCE = 0.1;

  private final String modelName;
  private final List<Diagnostic> found = new ArrayList<>();

  FitLimits(ModelSpec modelSpec) {
    this.modelName = modelSpec.name();
    var penalty =
        modelSpec.penalty().stated().filter(p -> p.family() == Penalty.Family.ELASTIC_NET);
    penalty.ifPresent(this::penalty);
    modelSpec
        .validate()
        .stated()
        .ifPresent(
            validation -> {
              penalty.ifPresent(p -> selection(validation, p));
              validation.outer().stated().ifPresent(this::outer);
            });
  }

  List<Diagnostic> found() {
    return List.copyOf(found);
  }

  private void penalty(Penalty penalty) {
    penalty.lambdaMax().stated().ifPresent(this::largest);
    if (penalty.kkt().tolerance().toDouble() > LARGEST_TOLERANCE) {
      add("a tolerance above 0.1", "penalty", "kkt", "tolerance");
    }
  }

  private void largest(LambdaMax largest) {
    if (largest.using() != Scope.ANALYSIS_SET) {
      add("`lambda_max using " + largest.using().word() + "`", "penalty", "lambda_max", "using");
    }
    largest
        .prepared()
        .filter(scope -> scope != Scope.ANALYSIS_SET)
        .ifPresent(
            scope ->
                add(
                    "`lambda_max` prepared using `" + scope.word() + "`",
                    "penalty",
                    "lambda_max",
                    "prepared"));
  }

  private void selection(Validation validation, Penalty penalty) {
    validation.select().stated().ifPresent(select -> select(select, penalty));
    validation
        .edge()
        .stated()
        .filter(edge -> !edge.text().equals("report"))
        .ifPresent(edge -> add("`edge " + edge.text() + "`", "validate", "edge"));
  }

  private void select(Selection select, Penalty penalty) {
    boolean inTurn =
        select.minimum().filter(Selection.Jointly.IN_TURN::equals).isPresent()
            || select.oneStandardError().filter(Selection.Jointly.IN_TURN::equals).isPresent();
    if (inTurn) {
      add("selection `in_turn`", "validate", "select");
    }
    int ratios = penalty.l1Ratio().stated().map(List::size).orElse(1);
    if (ratios > 1 && !select.over().isEmpty() && !select.over().contains("l1_ratio")) {
      add("a choice of lambda alone among several values of l1_ratio", "validate", "select");
    }
  }

  private void outer(Validation.Outer outer) {
    outer
        .lambdaMax()
        .stated()
        .map(Validation.Learning::using)
        .filter(scope -> scope != Scope.ANALYSIS_SET && scope != Scope.OUTER_TRAINING_FOLD)
        .ifPresent(
            scope ->
                add(
                    "`lambda_max using " + scope.word() + "` in the outer loop",
                    "validate",
                    "outer",
                    "lambda_max"));
  }

  private void add(String construct, String... keys) {
    found.add(
        Diagnostic.at(
                Span.none(UsedNames.model(modelName, keys)),
                Rule.NOT_EXECUTABLE,
                construct + " cannot be carried out by this version")
            .note("the plan can be locked as it is; nothing is executed as something else"));
  }
}
