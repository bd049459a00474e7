package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;

/** Finds analyses that were knowingly made before the registered target was reached. */
final class EarlyExecution implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var target = BelowTarget.target(evidence);
    var early = evidence.sample().early();
    return target.stream()
        .flatMap(
            planned ->
                BelowTarget.reached(planned, evidence).stream()
                    .filter(reached -> early.isPresent() && reached < planned.count())
                    .map(
                        reached ->
                            Deviation.of(
                                    Rule.EARLY_EXECUTION,
                                    BelowTarget.PATH,
                                    DeviationSeverity.S3,
                                    "the analysis was made early, with "
                                        + reached
                                        + " of "
                                        + planned.text())
                                .values(planned.text(), reached + " " + planned.of().word())
                                .at(place(evidence))
                                .note("the analyst wrote: " + early.get())
                                .help("analyse when the target is reached")));
  }

  private static TraceEvent place(Evidence evidence) {
    return evidence.sample().sampleEvent().orElseGet(() -> TraceEvent.of("start"));
  }
}
