package org.planlock.execution.conduct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.execution.result.ComparisonResult;
import org.planlock.execution.result.ErrorNames;
import org.planlock.execution.result.ModelResult;
import org.planlock.plan.fit.NestedComparison;

/** Compares models as the plan asks. */
final class Comparisons {
  private final Map<String, ModelResult> models;

  Comparisons(Map<String, ModelResult> models) {
    this.models = models;
  }

  List<ComparisonResult> all(List<NestedComparison> comparisons) {
    return comparisons.stream().map(this::compared).toList();
  }

  private ComparisonResult compared(NestedComparison comparison) {
    var by = comparison.by().text();
    var full = value(comparison.full(), by);
    var reduced = value(comparison.reduced(), by);
    return new ComparisonResult(
        comparison.full(),
        comparison.reduced(),
        by,
        full,
        reduced,
        full.flatMap(one -> reduced.map(other -> one - other)));
  }

  private Optional<Double> value(String modelName, String by) {
    var model = Optional.ofNullable(models.get(modelName));
    return switch (by) {
      case "cv_mse", "cv_deviance", "cv_misclassification" ->
          model
              .flatMap(m -> m.cv())
              .filter(cv -> by.equals("cv_" + ErrorNames.of(cv.loss()).brief()))
              .map(cv -> cv.error());
      case "cv_r2" -> model.flatMap(m -> m.r2("crossValidated"));
      case "nested_r2" -> model.flatMap(m -> m.r2("nested"));
      case "nested_mse", "nested_deviance", "nested_misclassification" ->
          model
              .flatMap(m -> m.nested())
              .filter(nested -> by.equals("nested_" + ErrorNames.of(nested.loss()).brief()))
              .map(nested -> nested.error());
      default -> Optional.empty();
    };
  }
}
