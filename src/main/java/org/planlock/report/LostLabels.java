package org.planlock.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.Judgement;
import org.planlock.deviation.Labels;

/** Which deviation cost which hypotheses their confirmatory label, a line each. */
record LostLabels(Judgement judgement) {
  String lines() {
    var labels = judgement.labels();
    var lines =
        Stream.concat(judgement.deviations().stream(), lostTo(labels))
            .distinct()
            .filter(one -> !labels.costs(one).isEmpty())
            .map(this::line)
            .collect(Collectors.joining());
    return lines.isEmpty() ? "" : lines + "\n";
  }

  /** What was fixed too late among it, which is no deviation of the analysis. */
  private static Stream<Deviation> lostTo(Labels labels) {
    return Stream.concat(labels.hypotheses().stream(), labels.models().stream())
        .flatMap(each -> each.lostTo().stream());
  }

  private String line(Deviation one) {
    return "label of "
        + Visible.text(String.join(", ", judgement.labels().costs(one)))
        + " lost: "
        + Visible.text(one.message())
        + " ("
        + one.rule().code()
        + ", "
        + one.severity()
        + ")\n";
  }
}
