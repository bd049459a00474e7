package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds analyses of data that break what the plan says of a column. */
final class AcceptedContractBreak implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.trace().ofType(TraceEvents.CONTRACT).stream()
        .map(event -> deviation(event, evidence));
  }

  private static Finding deviation(TraceEvent event, Evidence evidence) {
    var table = event.text("table").orElse("");
    var path =
        event
            .text("column")
            .map(column -> PlanPaths.join("data.columns", column))
            .orElseGet(() -> PlanPaths.join("data.tables", table));
    var problem = event.text("problem").orElse("the contract is broken");
    var found =
        Deviation.of(Rule.ACCEPTED_CONTRACT_BREAK, path, DeviationSeverity.S2, problem)
            .values(evidence.paths().planned(path), TraceValue.of(problem))
            .at(event)
            .note("the data are not what the plan said they would be")
            .help("correct the data before they are sealed, or say why they are right");
    return event
        .text("because")
        .filter(text -> !text.isBlank())
        .map(because -> found.note("the reason given is: " + because))
        .orElse(found);
  }
}
