package org.planlock.deviation;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds other parts of the plan that the analysis says it left out. */
final class SkippedPart implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var known =
        Stream.concat(
                evidence.models().stream().map(spec -> PlanPaths.model(spec.name())),
                evidence.plan().hypotheses().orElse(List.of()).stream()
                    .map(hypothesis -> PlanPaths.join("hypotheses", hypothesis.id())))
            .toList();
    return evidence.trace().ofType(TraceEvents.SKIPPED).stream()
        .filter(event -> event.text("path").filter(path -> !known.contains(path)).isPresent())
        .map(event -> deviation(event, evidence));
  }

  private static Finding deviation(TraceEvent event, Evidence evidence) {
    var path = event.text("path").orElse("");
    var found =
        Deviation.of(
                Rule.SKIPPED_PART,
                path,
                DeviationSeverity.S3,
                "`" + path + "` was registered and not carried out")
            .values(evidence.paths().planned(path), TraceValue.missing())
            .at(event)
            .help("execute the plan as locked");
    return event
        .text("because")
        .map(because -> found.note("the reason given is: " + because))
        .orElse(found);
  }
}
