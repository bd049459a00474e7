package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds scores in the results whose value is not that of the registered definition. */
final class SwappedScore implements ReportedDetector {
  @Override
  public Stream<Finding> detect(Reported reported, Evidence evidence) {
    var defined =
        evidence.plan().inference().stated().map(DefinedScore::of).orElse(List.<DefinedScore>of());
    return evidence.models().stream()
        .flatMap(
            spec ->
                reported.model(spec.name()).stream()
                    .flatMap(
                        told ->
                            defined.stream()
                                .flatMap(
                                    score ->
                                        judge(spec.name(), score, told, reported, evidence)
                                            .stream())));
  }

  private static Optional<Finding> judge(
      String modelName,
      DefinedScore score,
      TraceValue.Fields told,
      Reported reported,
      Evidence evidence) {
    var recorded = recorded(modelName, score, evidence);
    var value = value(told, score);
    if (recorded.isEmpty() || value.isEmpty() || isSame(recorded.get(), value, evidence)) {
      return Optional.empty();
    }
    var found =
        reported
            .deviation(
                Rule.SWAPPED_SCORE,
                score.path(),
                DeviationSeverity.S3,
                "`"
                    + score.reported()
                    + "` of `"
                    + modelName
                    + "` is not the value of `"
                    + score.definition()
                    + "`")
            .values(
                recorded.get().value("value").orElseGet(TraceValue::missing), value.orElseThrow())
            .at(recorded.get())
            .inModel(modelName)
            .note("two definitions of one word can differ in sign");
    return Optional.of(
        other(modelName, value.get(), evidence)
            .map(name -> found.note("it is the value of `" + name + "`"))
            .orElse(found));
  }

  static Optional<TraceEvent> recorded(String modelName, DefinedScore score, Evidence evidence) {
    return evidence.of(TraceEvents.SCORE, modelName).stream()
        .filter(event -> event.text("name").filter(score::isNamed).isPresent())
        .findFirst();
  }

  static Optional<TraceValue> value(TraceValue.Fields told, DefinedScore score) {
    return Reported.part(told, "r2")
        .value(score.reported())
        .or(() -> Reported.part(told, "scores").value(score.reported()));
  }

  private static boolean isSame(TraceEvent recorded, Optional<TraceValue> told, Evidence evidence) {
    var planned = recorded.value("value").orElseGet(TraceValue::missing);
    return planned.equals(told.orElseThrow()) || isNear(planned, told.get(), evidence);
  }

  private static boolean isNear(TraceValue a, TraceValue b, Evidence evidence) {
    return a instanceof TraceValue.Number one
        && b instanceof TraceValue.Number other
        && evidence.near().same(one.value(), other.value());
  }

  private static Optional<String> other(String modelName, TraceValue value, Evidence evidence) {
    return evidence.of(TraceEvents.SCORE, modelName).stream()
        .filter(event -> event.value("value").filter(v -> isNear(v, value, evidence)).isPresent())
        .flatMap(event -> event.text("name").stream())
        .findFirst();
  }
}
