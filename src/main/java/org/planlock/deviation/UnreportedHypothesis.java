package org.planlock.deviation;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds registered hypotheses that were judged and are missing in the results. */
final class UnreportedHypothesis implements ReportedDetector {
  @Override
  public Stream<Finding> detect(Reported reported, Evidence evidence) {
    return evidence.plan().hypotheses().orElse(List.of()).stream()
        .filter(hypothesis -> reported.hypothesis(hypothesis.id()).isEmpty())
        .flatMap(
            hypothesis ->
                evidence.trace().ofType(TraceEvents.HYPOTHESIS, "id", hypothesis.id()).stream()
                    .limit(1)
                    .map(event -> deviation(hypothesis, event, reported)));
  }

  private static Finding deviation(Hypothesis hypothesis, TraceEvent event, Reported reported) {
    var verdict = event.text("verdict").orElse("judged");
    return reported
        .deviation(
            Rule.UNREPORTED_HYPOTHESIS,
            PlanPaths.join("hypotheses", hypothesis.id()),
            DeviationSeverity.S3,
            "`" + hypothesis.id() + "` was called " + verdict + ", and is not among the results")
        .values(TraceValue.of(verdict), TraceValue.missing())
        .at(event)
        .note("a claim that goes missing where it fails cannot fail");
  }
}
