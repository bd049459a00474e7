package org.planlock.deviation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * Finds analysis sets that do not follow from who was enrolled and who left, and models that were
 * fitted to other rows than the analysis set.
 */
final class ChangedAnalysisSet implements DeviationDetector {
  private static final String SAMPLE = "sample.rules";
  private static final String ORDER = "sample.order";
  private static final String ROWS = "sample.rows";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var sample = evidence.sample();
    if (sample.analysed().isEmpty()) {
      return Stream.of(new Gap(SAMPLE, "the event `sample`"));
    }
    if (sample.enrolled().isEmpty()) {
      return Stream.concat(Stream.of(new Gap(SAMPLE, "the event `enrolled`")), models(evidence));
    }
    return Stream.concat(wholeSet(evidence), models(evidence));
  }

  private static Stream<Finding> wholeSet(Evidence evidence) {
    var event = evidence.sample().sampleEvent().orElseThrow();
    var analysed = evidence.sample().analysed().orElseThrow();
    var expected = evidence.sample().remaining().orElseThrow();
    if (!analysed.equals(expected)) {
      return Stream.of(otherSet(event, expected, analysed));
    }
    return event.whole("n").filter(n -> n != analysed.size()).stream()
        .map(
            n ->
                Deviation.of(
                        Rule.CHANGED_ANALYSIS_SET,
                        SAMPLE,
                        DeviationSeverity.S3,
                        "the analysis set is said to have "
                            + n
                            + " participants, it names "
                            + analysed.size())
                    .values(TraceValue.of((double) analysed.size()), TraceValue.of((double) n))
                    .at(event));
  }

  private static Finding otherSet(TraceEvent event, List<String> expected, List<String> analysed) {
    boolean reordered =
        expected.size() == analysed.size()
            && new HashSet<>(expected).equals(new HashSet<>(analysed));
    var extra = analysed.stream().filter(id -> !expected.contains(id)).toList();
    var message =
        reordered
            ? "the participants stand in another order than they were enrolled in"
            : extra.isEmpty()
                ? "the analysis set names somebody twice"
                : "the analysis set holds "
                    + Phrasing.list(extra)
                    + ", who left or was never enrolled";
    return Deviation.of(
            Rule.CHANGED_ANALYSIS_SET, reordered ? ORDER : SAMPLE, DeviationSeverity.S3, message)
        .values(TraceValue.texts(expected), TraceValue.texts(analysed))
        .at(event)
        .note("the analysis set follows from the registered rules alone")
        .help("execute the plan as locked");
  }

  private static Stream<Finding> models(Evidence evidence) {
    var analysed = evidence.sample().analysed().orElseThrow();
    return evidence.models().stream()
        .filter(spec -> evidence.mentions(spec.name()))
        .flatMap(spec -> model(spec, analysed, evidence).stream());
  }

  private static Optional<Finding> model(ModelSpec spec, List<String> analysed, Evidence evidence) {
    var name = spec.name();
    var fits = evidence.of(TraceEvents.FIT, name);
    var designs =
        evidence.of(TraceEvents.DESIGN, name).stream()
            .filter(event -> Evidence.word(event, "fold").isEmpty())
            .toList();
    if (Stream.concat(fits.stream(), designs.stream())
        .noneMatch(e -> e.texts("rows").isPresent())) {
      return fits.isEmpty()
          ? Optional.empty()
          : Optional.of(new Gap(PlanPaths.model(name), "the rows of its `fit`"));
    }
    var rows =
        Stream.concat(designs.stream(), fits.stream()).flatMap(e -> other(e, "rows", analysed));
    var held =
        evidence.of(TraceEvents.FOLDS, name).stream().flatMap(e -> other(e, "ids", analysed));
    return Stream.concat(rows, held).findFirst().map(event -> otherRows(name, event, analysed));
  }

  private static Stream<TraceEvent> other(TraceEvent event, String field, List<String> analysed) {
    return event.texts(field).filter(ids -> !ids.equals(analysed)).isPresent()
        ? Stream.of(event)
        : Stream.empty();
  }

  private static Finding otherRows(String name, TraceEvent event, List<String> analysed) {
    var used = event.texts("rows").or(() -> event.texts("ids")).orElse(List.of());
    return Deviation.of(
            Rule.CHANGED_ANALYSIS_SET,
            ROWS,
            DeviationSeverity.S3,
            "`"
                + name
                + "` rests on "
                + used.size()
                + " rows that are not the analysis set of "
                + analysed.size())
        .values(TraceValue.texts(analysed), TraceValue.texts(used))
        .at(event)
        .inModel(name)
        .note("models on different rows cannot be compared, and rows dropped silently may matter")
        .help("execute the plan as locked");
  }
}
