package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceValue;

/** Finds deviations that plan and trace show and the results do not tell of. */
final class UnreportedDeviation implements ReportedDetector {
  @Override
  public Stream<Finding> detect(Reported reported, Evidence evidence) {
    return DeviationReport.of(evidence.alone()).deviations().stream()
        .filter(found -> ToldDisclosure.entry(found, reported).isEmpty())
        .map(found -> deviation(found, reported));
  }

  private static Finding deviation(Deviation found, Reported reported) {
    var told =
        reported
            .deviation(
                Rule.UNREPORTED_DEVIATION,
                found.path(),
                DeviationSeverity.S3,
                "the results do not tell of the deviation "
                    + found.rule().code()
                    + " at `"
                    + found.path()
                    + "`")
            .values(TraceValue.of(found.rule().code()), TraceValue.missing())
            .note("a deviation that is told can be weighed, one that is left out cannot");
    var placed = found.participant().map(told::concerning).orElse(told);
    return found.modelName().map(placed::inModel).orElse(placed);
  }
}
