package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds hypotheses that the results call otherwise than the analysis did. */
final class AlteredVerdict implements ReportedDetector {
  @Override
  public Stream<Finding> detect(Reported reported, Evidence evidence) {
    return evidence.plan().hypotheses().orElse(List.of()).stream()
        .flatMap(
            hypothesis ->
                evidence.trace().ofType(TraceEvents.HYPOTHESIS, "id", hypothesis.id()).stream()
                    .limit(1)
                    .flatMap(event -> judge(hypothesis.id(), event, reported).stream()));
  }

  private static Optional<Finding> judge(String id, TraceEvent event, Reported reported) {
    var recorded = event.text("verdict").orElse("");
    return reported
        .hypothesis(id)
        .filter(told -> !told.text("verdict").orElse("").equals(recorded))
        .map(
            told ->
                reported
                    .deviation(
                        Rule.ALTERED_VERDICT,
                        PlanPaths.join("hypotheses", id),
                        DeviationSeverity.S4,
                        "`"
                            + id
                            + "` is reported as "
                            + told.text("verdict").orElse("nothing")
                            + ", the analysis called it "
                            + recorded)
                    .values(
                        TraceValue.of(recorded),
                        told.value("verdict").orElseGet(TraceValue::missing))
                    .at(event)
                    .note("a claim stands or falls by what the analysis found"));
  }
}
