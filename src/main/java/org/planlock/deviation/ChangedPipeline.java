package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.contract.Pipeline;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** Finds derived files that another version, or other options, of a pipeline made. */
final class ChangedPipeline implements SettingKind {
  @Override
  public Rule rule() {
    return Rule.CHANGED_PIPELINE;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "the same name with other options makes other numbers";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return List.of(FieldCheck.D2, FieldCheck.D3).stream()
        .anyMatch(FieldCheck.at(used.path())::contains);
  }

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var planned =
        evidence
            .plan()
            .data()
            .stated()
            .flatMap(data -> data.pipelines().stated())
            .orElse(List.of());
    var described =
        planned.stream()
            .flatMap(
                pipeline ->
                    evidence.trace().ofType(TraceEvents.PIPELINE).stream()
                        .filter(event -> isOf(pipeline, event))
                        .flatMap(event -> judge(pipeline, event)));
    return Stream.concat(described, SettingKind.super.detect(evidence));
  }

  private static boolean isOf(Pipeline planned, TraceEvent event) {
    return event.text("tool").filter(planned.tool()::equalsIgnoreCase).isPresent();
  }

  private static Stream<Finding> judge(Pipeline planned, TraceEvent event) {
    var version =
        event
            .text("version")
            .filter(used -> !planned.version().admits(used))
            .map(used -> other(planned, "version", planned.version().text(), used, event));
    return Stream.of(
            version,
            word(planned, "container", planned.container().stated().map(w -> w.text()), event),
            word(planned, "options", planned.options().stated().map(w -> w.text()), event))
        .flatMap(Optional::stream);
  }

  /** What the plan calls unknown is compared with nothing. */
  private static Optional<Finding> word(
      Pipeline planned, String key, Optional<String> registered, TraceEvent event) {
    return registered
        .filter(text -> !text.equals("unknown"))
        .flatMap(
            text ->
                event
                    .text(key)
                    .filter(used -> !used.equals(text))
                    .map(used -> other(planned, key, text, used, event)));
  }

  private static Finding other(
      Pipeline planned, String key, String registered, String used, TraceEvent event) {
    return Deviation.of(
            Rule.CHANGED_PIPELINE,
            PlanPaths.join("data.pipelines", planned.name(), key),
            DeviationSeverity.S3,
            "`"
                + planned.tool()
                + "` made the derived files with "
                + key
                + " `"
                + used
                + "`, registered was `"
                + registered
                + "`")
        .values(registered, used)
        .at(event)
        .note("the same name with other options makes other numbers")
        .help("derive the files again as registered");
  }
}
