package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.expression.Evaluator;
import org.planlock.plan.expression.Value;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;

/** Finds verdicts that the registered conditions do not give for the recorded values. */
final class ChangedVerdict implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.plan().hypotheses().orElse(List.of()).stream()
        .flatMap(
            hypothesis ->
                evidence.trace().ofType(TraceEvents.HYPOTHESIS, "id", hypothesis.id()).stream()
                    .flatMap(event -> judge(hypothesis, event, evidence).stream())
                    .limit(1));
  }

  private static Optional<Finding> judge(
      Hypothesis hypothesis, TraceEvent event, Evidence evidence) {
    var path = PlanPaths.join("hypotheses", hypothesis.id());
    var values = event.object("values").<TraceFields>map(fields -> fields).orElse(event);
    var recorded = new RecordedValues(values, evidence);
    var planned = verdict(hypothesis, new Evaluator(recorded));
    if (!recorded.isComplete()) {
      return Optional.of(new Gap(path, "`values` of every call in the hypothesis"));
    }
    if (event.text("verdict").isEmpty()) {
      return Optional.of(new Gap(path, "the `verdict` in the event `hypothesis`"));
    }
    var used = event.text("verdict").get();
    return used.equals(planned)
        ? Optional.empty()
        : Optional.of(
            Deviation.of(
                    Rule.CHANGED_HYPOTHESIS,
                    path,
                    DeviationSeverity.S4,
                    "`"
                        + hypothesis.id()
                        + "` was called "
                        + used
                        + ", its registered conditions make it "
                        + planned)
                .values(planned, used)
                .at(event)
                .note("a claim stands or falls by the conditions that were registered for it")
                .help("execute the plan as locked"));
  }

  /** Whether a verdict is what the event's own values give, whatever else the trace holds. */
  static boolean isAsItsValues(Hypothesis hypothesis, Evidence evidence) {
    return evidence.trace().ofType(TraceEvents.HYPOTHESIS, "id", hypothesis.id()).stream()
        .limit(1)
        .anyMatch(event -> isAsItsValues(hypothesis, event));
  }

  private static boolean isAsItsValues(Hypothesis hypothesis, TraceEvent event) {
    var alone = event.object("values").map(RecordedValues::alone);
    return alone
        .map(values -> verdict(hypothesis, new Evaluator(values)))
        .filter(told -> event.text("verdict").filter(told::equals).isPresent())
        .filter(told -> alone.get().isComplete())
        .isPresent();
  }

  /** Corroborated or falsified where exactly one condition holds, and nothing is missing. */
  private static String verdict(Hypothesis hypothesis, Evaluator evaluator) {
    var forIt = evaluator.decide(hypothesis.corroborated());
    var againstIt =
        hypothesis.falsified().stated().map(evaluator::decide).orElse(Value.truth(false));
    boolean holds = forIt.equals(Value.truth(true));
    boolean fails = againstIt.equals(Value.truth(true));
    if (forIt.isMissing() || againstIt.isMissing() || holds == fails) {
      return "inconclusive";
    }
    return holds ? "corroborated" : "falsified";
  }
}
