package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds registered models that were fitted and are missing in the results. */
final class UnreportedModel implements ReportedDetector {
  @Override
  public Stream<Finding> detect(Reported reported, Evidence evidence) {
    return evidence.models().stream()
        .filter(spec -> evidence.first(TraceEvents.FIT, spec.name()).isPresent())
        .filter(spec -> reported.model(spec.name()).isEmpty())
        .map(spec -> deviation(spec, reported));
  }

  private static Finding deviation(ModelSpec spec, Reported reported) {
    boolean primary = spec.role().stated().filter(ModelSpec.Role.PRIMARY::equals).isPresent();
    return reported
        .deviation(
            Rule.UNREPORTED_MODEL,
            PlanPaths.model(spec.name()),
            primary ? DeviationSeverity.S4 : DeviationSeverity.S3,
            "`" + spec.name() + "` was registered and fitted, and is not among the results")
        .values(TraceValue.of(spec.name()), TraceValue.missing())
        .inModel(spec.name())
        .note("what is left out of a report cannot be weighed");
  }
}
