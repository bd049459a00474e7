package org.planlock.deviation;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/** Finds analysis sets that do not follow from who was enrolled and who left. */
final class ChangedAnalysisSet implements DeviationDetector {
  private static final String SAMPLE = "sample.rules";
  private static final String ORDER = "sample.order";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var sample = evidence.sample();
    if (sample.analysed().isEmpty()) {
      return Stream.of(new Gap(SAMPLE, "the event `sample`"));
    }
    if (sample.enrolled().isEmpty()) {
      return Stream.of(new Gap(SAMPLE, "the event `enrolled`"));
    }
    return wholeSet(evidence);
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
}
