package org.planlock.deviation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Validation;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** Finds one participant, or one group that was to stay together, in several folds. */
final class RelatedRowsSplit implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream()
        .filter(spec -> evidence.mentions(spec.name()))
        .flatMap(spec -> spec.validate().stated().stream().flatMap(v -> model(spec, v, evidence)));
  }

  private static Stream<Finding> model(ModelSpec spec, Validation validation, Evidence evidence) {
    return evidence.of(TraceEvents.FOLDS, spec.name()).stream()
        .flatMap(event -> judge(spec, validation.grouped(), event).stream())
        .limit(1);
  }

  private static Optional<Finding> judge(
      ModelSpec spec, Optional<String> grouped, TraceEvent event) {
    var folds = FoldVector.raw(event).stream().map(ValueText::of).toList();
    var twice = split(event.texts("ids").orElse(List.of()), folds);
    if (twice.isPresent()) {
      return Optional.of(
          deviation(spec, "by", "participant `" + twice.get() + "`", "participant", event));
    }
    if (grouped.isEmpty()) {
      return Optional.empty();
    }
    var groups = event.texts("groups");
    return groups.isEmpty()
        ? Optional.of(
            new Gap(
                PlanPaths.model(spec.name(), "validate", "grouped"), "`groups` of every `folds`"))
        : split(groups.get(), folds)
            .map(
                name ->
                    deviation(
                        spec, "grouped", "`" + grouped.get() + "` " + name, grouped.get(), event));
  }

  /** The first name that stands in two folds. */
  private static Optional<String> split(List<String> names, List<String> folds) {
    Map<String, String> foldOf = new HashMap<>();
    for (int i = 0; i < Math.min(names.size(), folds.size()); i++) {
      var known = foldOf.putIfAbsent(names.get(i), folds.get(i));
      if (known != null && !known.equals(folds.get(i))) {
        return Optional.of(names.get(i));
      }
    }
    return Optional.empty();
  }

  private static Finding deviation(
      ModelSpec spec, String key, String who, String together, TraceEvent event) {
    return Deviation.of(
            Rule.RELATED_ROWS_SPLIT,
            PlanPaths.model(spec.name(), "validate", key),
            DeviationSeverity.S3,
            who + " stands in several folds of `" + spec.name() + "`")
        .values("together by " + together, "in several folds")
        .at(event)
        .inModel(spec.name())
        .note("who is predicted from themselves, or their kin, is predicted too well")
        .help("execute the plan as locked");
  }
}
