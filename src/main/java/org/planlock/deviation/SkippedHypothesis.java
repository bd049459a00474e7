package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds registered hypotheses on which a finished analysis gives no verdict. */
final class SkippedHypothesis implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.plan().hypotheses().orElse(List.of()).stream()
        .flatMap(hypothesis -> judge(hypothesis, evidence).stream());
  }

  private static Optional<Finding> judge(Hypothesis hypothesis, Evidence evidence) {
    var path = PlanPaths.join("hypotheses", hypothesis.id());
    var skipped = evidence.trace().ofType(TraceEvents.SKIPPED, "path", path).stream().findFirst();
    boolean judged =
        !evidence.trace().ofType(TraceEvents.HYPOTHESIS, "id", hypothesis.id()).isEmpty();
    if (skipped.isEmpty() && (judged || !evidence.trace().isComplete())) {
      return Optional.empty();
    }
    var found =
        Deviation.of(
                Rule.SKIPPED_HYPOTHESIS,
                path,
                DeviationSeverity.S3,
                "`" + hypothesis.id() + "` was registered and has no verdict")
            .values(TraceValue.of(hypothesis.corroborated().text()), TraceValue.missing())
            .note("a claim that is not judged cannot fail")
            .help("execute the plan as locked");
    return Optional.of(skipped.map(found::at).orElse(found));
  }
}
