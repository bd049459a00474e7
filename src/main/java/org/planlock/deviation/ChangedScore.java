package org.planlock.deviation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** Finds scores of another definition than the registered one. */
final class ChangedScore implements SettingKind {
  private static final List<FieldCheck> FIELDS = List.of(FieldCheck.I7, FieldCheck.I8);

  @Override
  public Rule rule() {
    return Rule.CHANGED_SCORE;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "two definitions of one word can differ in sign";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return FIELDS.stream().anyMatch(FieldCheck.at(used.path())::contains);
  }

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return Stream.concat(scores(evidence), SettingKind.super.detect(evidence));
  }

  private static Stream<Finding> scores(Evidence evidence) {
    var inference = evidence.plan().inference().stated();
    var defined = inference.map(DefinedScore::of).orElse(List.of());
    var seen = new HashSet<String>();
    return evidence.trace().ofType(TraceEvents.SCORE).stream()
        .flatMap(
            event ->
                defined.stream()
                    .filter(planned -> event.text("name").filter(planned::isNamed).isPresent())
                    .flatMap(planned -> otherDefinition(planned, event).stream()))
        .filter(deviation -> seen.add(deviation.path()))
        .map(deviation -> deviation);
  }

  private static Optional<Deviation> otherDefinition(DefinedScore planned, TraceEvent event) {
    return event
        .text("definition")
        .filter(used -> !used.equals(planned.definition()))
        .map(
            used ->
                Deviation.of(
                        Rule.CHANGED_SCORE,
                        planned.path(),
                        DeviationSeverity.S3,
                        "`" + event.text("name").orElse("") + "` was computed as `" + used + "`")
                    .values(planned.definition(), used)
                    .at(event)
                    .note("two definitions of one word can differ in sign")
                    .help("execute the plan as locked"));
  }
}
