package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds models that were fitted to other rows than the analysis set, and so to different ones. */
final class UnequalRows implements DeviationDetector {
  private static final String ROWS = "sample.rows";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    if (evidence.sample().analysed().isEmpty()) {
      return Stream.empty();
    }
    var analysed = evidence.sample().analysed().get();
    return evidence.models().stream()
        .filter(spec -> evidence.mentions(spec.name()))
        .flatMap(spec -> model(spec, analysed, evidence).stream());
  }

  private static Optional<Finding> model(ModelSpec spec, List<String> analysed, Evidence evidence) {
    var name = spec.name();
    var fits = evidence.of(TraceEvents.FIT, name);
    var designs =
        evidence.of(TraceEvents.DESIGN, name).stream()
            .filter(event -> Evidence.word(event, "fold").isEmpty())
            .toList();
    if (Stream.concat(fits.stream(), designs.stream())
        .noneMatch(e -> e.texts("rows").isPresent())) {
      return fits.isEmpty()
          ? Optional.empty()
          : Optional.of(new Gap(PlanPaths.model(name), "the rows of its `fit`"));
    }
    var rows =
        Stream.concat(designs.stream(), fits.stream()).flatMap(e -> other(e, "rows", analysed));
    var held =
        evidence.of(TraceEvents.FOLDS, name).stream().flatMap(e -> other(e, "ids", analysed));
    return Stream.concat(rows, held).findFirst().map(event -> otherRows(name, event, analysed));
  }

  private static Stream<TraceEvent> other(TraceEvent event, String field, List<String> analysed) {
    return event.texts(field).filter(ids -> !ids.equals(analysed)).isPresent()
        ? Stream.of(event)
        : Stream.empty();
  }

  private static Finding otherRows(String name, TraceEvent event, List<String> analysed) {
    var used = event.texts("rows").or(() -> event.texts("ids")).orElse(List.of());
    return Deviation.of(
            Rule.UNEQUAL_ROWS,
            ROWS,
            DeviationSeverity.S3,
            "`"
                + name
                + "` rests on "
                + used.size()
                + " rows that are not the analysis set of "
                + analysed.size())
        .values(TraceValue.texts(analysed), TraceValue.texts(used))
        .at(event)
        .inModel(name)
        .note("models on different rows cannot be compared, and rows dropped silently may matter")
        .help("execute the plan as locked");
  }
}
