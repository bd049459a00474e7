package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;

/** Finds participants who were left out though no registered rule excludes them. */
final class ExtraExclusion implements DeviationDetector {
  private static final String PATH = "sample.rules";

  /** The rules themselves are long, and none of them says why this one is missed. */
  private static final String PLANNED = "analysed: no registered rule excludes them";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var sample = evidence.sample();
    var recorded = sample.unregistered().stream().map(event -> leftOut(event, evidence));
    var silent = sample.vanished().stream().map(id -> vanished(id, evidence));
    return Stream.concat(recorded, silent);
  }

  private static Finding leftOut(TraceEvent event, Evidence evidence) {
    var id = event.text("id").orElse("somebody");
    var because = event.text("because").or(() -> event.text("rule"));
    var found =
        deviation(id, id + " was left out, no registered rule excludes it", evidence)
            .values(PLANNED, because.map(text -> "left out: " + text).orElse("left out"))
            .at(event);
    return because.map(text -> found.note("the reason given is: " + text)).orElse(found);
  }

  private static Finding vanished(String id, Evidence evidence) {
    var found =
        deviation(id, id + " is missing from the analysis set, and nothing says why", evidence)
            .values(PLANNED, "not analysed, and no reason recorded");
    return evidence.sample().sampleEvent().map(found::at).orElse(found);
  }

  private static Deviation deviation(String id, String message, Evidence evidence) {
    var found =
        Deviation.of(Rule.EXTRA_EXCLUSION, PATH, DeviationSeverity.S3, message)
            .concerning(id)
            .note("who is analysed was decided before the data were seen")
            .help("execute the plan as locked");
    var analysed = evidence.sample().analysed();
    return analysed
        .map(
            ids ->
                found.consequence("everything after it rests on " + ids.size() + " participants"))
        .orElse(found);
  }
}
