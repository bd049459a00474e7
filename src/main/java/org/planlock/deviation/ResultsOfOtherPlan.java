package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceValue;

/** Finds results of another plan or lock beside the trace of this one. */
final class ResultsOfOtherPlan implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.reported().stream()
        .filter(reported -> !reported.isOf(evidence))
        .map(reported -> deviation(reported, evidence));
  }

  private static Finding deviation(Reported reported, Evidence evidence) {
    var locked =
        evidence
            .lock()
            .map(lock -> TraceValue.of(lock.sha256().toString()))
            .orElseGet(TraceValue::missing);
    return Deviation.of(
            Rule.OTHER_PLAN,
            "plan",
            DeviationSeverity.S4,
            "`" + reported.name() + "` holds the results of another plan")
        .values(locked, reported.fields().value("lock").orElseGet(TraceValue::missing))
        .help("name the results of the execution that left this trace");
  }
}
