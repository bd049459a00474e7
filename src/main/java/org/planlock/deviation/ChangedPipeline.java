package org.planlock.deviation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.contract.Pipeline;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Words;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds derived files that another version, or other options, of a pipeline made. */
final class ChangedPipeline implements SettingKind {
  private static final String PIPELINES = "data.pipelines";

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
        planned.isEmpty()
            ? Stream.<Finding>empty()
            : evidence.trace().ofType(TraceEvents.PIPELINE).stream()
                .flatMap(event -> judge(planned, event).stream());
    return Stream.of(described, undescribed(planned, evidence), SettingKind.super.detect(evidence))
        .flatMap(found -> found);
  }

  /** What nothing describes may be of any version; one tool is asked for once. */
  private static Stream<Finding> undescribed(List<Pipeline> planned, Evidence evidence) {
    Map<String, Pipeline> byTool = new LinkedHashMap<>();
    planned.forEach(each -> byTool.putIfAbsent(each.tool().toLowerCase(Locale.ROOT), each));
    evidence
        .trace()
        .ofType(TraceEvents.PIPELINE)
        .forEach(
            event ->
                event.text("tool").map(t -> t.toLowerCase(Locale.ROOT)).ifPresent(byTool::remove));
    return byTool.values().stream()
        .map(
            each ->
                new Gap(
                    path(each, "version"),
                    "the event `pipeline` of `"
                        + each.tool()
                        + "`, from the dataset_description.json of what it made"));
  }

  /** Two registered pipelines may be one tool twice: what keeps to either of them is no finding. */
  private static List<Finding> judge(List<Pipeline> planned, TraceEvent event) {
    var tool = event.text("tool").orElse("");
    return planned.stream()
        .filter(pipeline -> pipeline.tool().equalsIgnoreCase(tool))
        .map(pipeline -> judge(pipeline, event))
        .min(
            Comparator.comparingLong(
                found -> found.stream().filter(Deviation.class::isInstance).count()))
        .orElseGet(() -> List.of(otherTool(planned, tool, event)));
  }

  private static List<Finding> judge(Pipeline planned, TraceEvent event) {
    return Stream.of(
            version(planned, event),
            word(planned, "container", planned.container(), event),
            word(planned, "options", planned.options(), event))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> version(Pipeline planned, TraceEvent event) {
    var used = event.text("version");
    var bound = planned.version();
    if (used.isEmpty()) {
      return Optional.of(
          new Gap(path(planned, "version"), "the `version` in the event `pipeline`"));
    }
    return used.filter(text -> !bound.admits(text))
        .map(text -> other(planned, "version", bound.text(), text, event));
  }

  /** What the plan calls unknown is compared with nothing; derived files do not tell options. */
  private static Optional<Finding> word(
      Pipeline planned, String key, Declared<Words> registered, TraceEvent event) {
    var text = registered.stated().map(Words::text).filter(words -> !words.equals("unknown"));
    var used = event.text(key);
    if (text.isPresent() && used.isEmpty() && key.equals("container")) {
      return Optional.of(new Gap(path(planned, key), "the `container` in the event `pipeline`"));
    }
    return text.flatMap(
        words ->
            used.filter(other -> !other.equals(words))
                .map(other -> other(planned, key, words, other, event)));
  }

  private static Finding other(
      Pipeline planned, String key, String registered, String used, TraceEvent event) {
    return Deviation.of(
            Rule.CHANGED_PIPELINE,
            path(planned, key),
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

  private static Finding otherTool(List<Pipeline> planned, String tool, TraceEvent event) {
    return Deviation.of(
            Rule.CHANGED_PIPELINE,
            PIPELINES,
            DeviationSeverity.S3,
            "`" + tool + "` made derived files, and no registered pipeline is of that tool")
        .values(
            TraceValue.texts(planned.stream().map(Pipeline::tool).distinct().toList()),
            TraceValue.of(tool))
        .at(event)
        .note("another program makes other numbers")
        .help("derive the files again as registered");
  }

  private static String path(Pipeline planned, String key) {
    return PlanPaths.join(PIPELINES, planned.name(), key);
  }
}
