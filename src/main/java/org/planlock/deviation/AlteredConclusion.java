package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceValue;

/** Finds results whose verdict on the whole analysis is not that of plan and trace. */
final class AlteredConclusion implements ReportedDetector {
  @Override
  public Stream<Finding> detect(Reported reported, Evidence evidence) {
    var computed = ToldJudgement.of(reported, evidence).verdict().name();
    var told = reported.fields().text("verdict").orElse("nothing");
    return told.equals(computed)
        ? Stream.empty()
        : Stream.of(
            reported
                .deviation(
                    Rule.ALTERED_CONCLUSION,
                    "plan",
                    DeviationSeverity.S3,
                    "the results call the analysis "
                        + told
                        + ", plan and trace make it "
                        + computed)
                .values(TraceValue.of(computed), TraceValue.of(told))
                .note("a verdict is computed and never written by hand"));
  }
}
