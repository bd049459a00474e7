package org.planlock.plan.check;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.prepare.ImputeBy;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;

/** What the steps of preparations do to which columns. */
final class Steps {
  private Steps() {}

  /** What plans call it. */
  static String verb(Step step) {
    if (step instanceof Step.Residualise) {
      return "residualise";
    }
    if (step instanceof Step.Derive) {
      return "derive";
    }
    if (step instanceof Step.Impute) {
      return "impute";
    }
    if (step instanceof Step.Code) {
      return "code";
    }
    if (step instanceof Step.Scale) {
      return "scale";
    }
    return step instanceof Step.Interact ? "interact" : "skipped";
  }

  /** The columns and sets that it changes, as written. */
  static List<String> targets(Step step) {
    if (step instanceof Step.Residualise residualise) {
      return residualise.residualise();
    }
    if (step instanceof Step.Derive derive) {
      return derive.derive();
    }
    if (step instanceof Step.Impute impute) {
      return impute.impute();
    }
    if (step instanceof Step.Code code) {
      return code.code();
    }
    if (step instanceof Step.Scale scale) {
      return scale.scale();
    }
    return step instanceof Step.Interact interact
        ? List.of(interact.interact().left() + ":" + interact.interact().right())
        : List.of();
  }

  /** Whether it scales to z values. */
  static boolean isZ(Step step) {
    return step instanceof Step.Scale scale
        && scale
            .to()
            .stated()
            .filter(to -> to == Step.Scaling.Z_SAMPLE || to == Step.Scaling.Z_POPULATION)
            .isPresent();
  }

  /** Whether what it does to a row depends on other rows. */
  static boolean learns(Step step) {
    if (step instanceof Step.Scale scale) {
      return scale.to().stated().filter(to -> to == Step.Scaling.NONE).isEmpty();
    }
    if (step instanceof Step.Impute impute) {
      var method = impute.by().stated().map(ImputeBy::method);
      return method.isEmpty()
          || method.get() == ImputeBy.Method.MEAN
          || method.get() == ImputeBy.Method.MEDIAN;
    }
    return step instanceof Step.Residualise;
  }

  /** The path of a step. */
  static String path(Preparation preparation, Step step) {
    return Places.path("prepare", preparation.name()) + "." + step.step();
  }

  /** The last step before another that changes a column. */
  static Optional<Step> before(PlanFacts facts, Preparation in, Step step, String column) {
    return in.steps().stream()
        .takeWhile(earlier -> earlier != step)
        .filter(earlier -> facts.terms().expand(targets(earlier)).contains(column))
        .reduce((first, second) -> second);
  }
}
