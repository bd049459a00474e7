package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceValue;

/** Finds choices that the plan left open and the analysis made. */
final class OpenFieldCompleted implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.usedValues().completions().stream()
        .map(
            used ->
                Deviation.of(
                        Rule.OPEN_FIELD_COMPLETED,
                        used.path(),
                        DeviationSeverity.S1,
                        "`"
                            + used.path()
                            + "` was open in the plan, the analysis chose "
                            + ValueText.of(used.value()))
                    .values(TraceValue.missing(), used.value())
                    .at(used.event())
                    .note("a choice made with the data at hand is one that they may have suggested")
                    .help("state it in the plan before the next lock"));
  }
}
