package org.planlock.deviation;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds registered models that a finished analysis did not fit. */
final class SkippedModel implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream().flatMap(spec -> judge(spec, evidence).stream());
  }

  private static Optional<Finding> judge(ModelSpec spec, Evidence evidence) {
    var path = PlanPaths.model(spec.name());
    var skipped = evidence.trace().ofType(TraceEvents.SKIPPED, "path", path).stream().findFirst();
    if (skipped.isPresent()) {
      return Optional.of(deviation(spec, skipped).at(skipped.get()));
    }
    if (evidence.first(TraceEvents.FIT, spec.name()).isPresent()
        || !evidence.trace().isComplete()) {
      return Optional.empty();
    }
    return Optional.of(
        evidence.mentions(spec.name())
            ? new Gap(path, "the event `fit`")
            : deviation(spec, Optional.empty()));
  }

  private static Deviation deviation(ModelSpec spec, Optional<TraceEvent> event) {
    boolean primary = spec.role().stated().filter(ModelSpec.Role.PRIMARY::equals).isPresent();
    var found =
        Deviation.of(
                Rule.SKIPPED_MODEL,
                PlanPaths.model(spec.name()),
                primary ? DeviationSeverity.S4 : DeviationSeverity.S3,
                "`" + spec.name() + "` was registered and not fitted")
            .values(TraceValue.of(spec.name()), TraceValue.missing())
            .inModel(spec.name())
            .note("what is left out of a report cannot be weighed")
            .help("execute the plan as locked");
    return event
        .flatMap(e -> e.text("because"))
        .map(because -> found.note("the reason given is: " + because))
        .orElse(found);
  }
}
