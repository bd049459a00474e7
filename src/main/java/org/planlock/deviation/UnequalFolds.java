package org.planlock.deviation;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Validation;

/** Finds values of l1_ratio that were compared on different folds. */
final class UnequalFolds implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream()
        .filter(spec -> Evidence.isTuned(spec) && evidence.mentions(spec.name()))
        .flatMap(spec -> spec.validate().stated().stream().flatMap(v -> model(spec, v, evidence)));
  }

  /** A trace may record folds for each l1Ratio; they must be the same ones. */
  private static Stream<Finding> model(ModelSpec spec, Validation validation, Evidence evidence) {
    var perRatio =
        evidence.folds(spec.name(), "validate").stream()
            .filter(event -> event.value("l1Ratio").isPresent())
            .toList();
    var partitions = perRatio.stream().map(FoldVector::partition).collect(Collectors.toSet());
    return partitions.size() <= validation.repeats().orElse(1)
        ? Stream.empty()
        : Stream.of(
            Deviation.of(
                    Rule.UNEQUAL_FOLDS,
                    PlanPaths.model(spec.name(), "validate", "select", "folds"),
                    DeviationSeverity.S3,
                    "the values of l1_ratio were compared on different folds")
                .values("the same folds", partitions.size() + " sets of folds")
                .at(perRatio.get(1))
                .inModel(spec.name())
                .note("folds that differ make one value look better by chance")
                .help("execute the plan as locked"));
  }
}
