package org.planlock.execution.prepare;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.UsedSettings;
import org.planlock.execution.sample.ExpressionNames;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.prepare.Variable;
import org.planlock.plan.value.Scope;

/** Carries out the steps of a preparation, one after the other, until one finds a mistake. */
final class Steps {
  private final String preparation;
  private final List<Step> steps;

  Steps(Preparation preparation) {
    this.preparation = preparation.name();
    this.steps = preparation.steps();
  }

  /** How many steps learn the same whatever the fold. */
  int beforeFolds(boolean scalingMayMove) {
    int count = 0;
    while (count < steps.size() && !dependsOnFold(steps.get(count), scalingMayMove)) {
      count++;
    }
    return count;
  }

  /** Whether a step learns from the training rows of the loop around. */
  boolean useOuterRows() {
    return steps.stream()
        .anyMatch(
            step -> step.using().stated().filter(Scope.OUTER_TRAINING_FOLD::equals).isPresent());
  }

  int size() {
    return steps.size();
  }

  /** The steps from one position up to another. */
  void carryOut(int from, int to, StepRun run) {
    for (int i = from; i < to && run.isSound(); i++) {
      run.standAt(UsedSettings.path("prepare", preparation) + "." + steps.get(i).step());
      carryOut(steps.get(i), run);
    }
  }

  /**
   * Variables that no step derives are there from the start; one of residuals is not, and is named
   * where it is used.
   */
  void formFirst(List<Variable> variables, StepRun run) {
    var derived =
        run.names()
            .terms()
            .of(
                steps.stream()
                    .filter(Step.Derive.class::isInstance)
                    .flatMap(step -> ((Step.Derive) step).derive().stream())
                    .toList());
    variables.stream()
        .filter(variable -> !derived.contains(variable.name()))
        .filter(variable -> !ExpressionNames.calls(variable.value().node(), "residual"))
        .forEach(new DeriveStep(run)::form);
  }

  private static boolean dependsOnFold(Step step, boolean scalingMayMove) {
    return step.using().stated().filter(LearningRows::dependsOnFold).isPresent()
        || (scalingMayMove && step instanceof Step.Scale);
  }

  private void carryOut(Step step, StepRun run) {
    if (step instanceof Step.Derive derive) {
      new DeriveStep(run).carryOut(derive);
    } else if (step instanceof Step.Code code) {
      new CodeStep(run).carryOut(code);
    } else if (step instanceof Step.Interact interact) {
      new InteractStep(run).carryOut(interact);
    } else if (!(step instanceof Step.Skipped)) {
      learn(step, run);
    }
  }

  private void learn(Step step, StepRun run) {
    var using = using(step, run);
    if (using.isEmpty()) {
      run.report(
          Rule.OPEN_CHOICE,
          "step " + step.step() + " of `" + preparation + "` does not say `using` which rows");
    } else if (step instanceof Step.Residualise residualise) {
      new ResidualiseStep(run, residualise, using.get()).carryOut();
    } else if (step instanceof Step.Impute impute) {
      new ImputeStep(run, impute, using.get()).carryOut();
    } else if (step instanceof Step.Scale scale) {
      new ScaleStep(run, scale, using.get()).carryOut();
    }
  }

  private static Optional<Scope> using(Step step, StepRun run) {
    return step instanceof Step.Scale
        ? run.scaling().or(() -> step.using().stated())
        : step.using().stated();
  }
}
