package org.planlock.deviation;

import java.util.stream.Stream;

/** A detector that compares a results file with plan and trace; silent where there is none. */
interface ReportedDetector extends DeviationDetector {
  /** What it finds in results of this plan. */
  Stream<? extends Finding> detect(Reported reported, Evidence evidence);

  @Override
  default Stream<Finding> detect(Evidence evidence) {
    return evidence.reported().stream()
        .filter(reported -> !reported.isBlind() && reported.isOf(evidence))
        .flatMap(reported -> detect(reported, evidence));
  }
}
