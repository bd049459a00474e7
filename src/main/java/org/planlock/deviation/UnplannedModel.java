package org.planlock.deviation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * Finds models that the plan does not have; one that the analysis itself calls unplanned, with a
 * reason, is an addition and weighs little.
 */
final class UnplannedModel implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var planned = evidence.modelsByName();
    Map<String, TraceEvent> unplanned = new LinkedHashMap<>();
    Stream.of(
            TraceEvents.UNPLANNED,
            TraceEvents.FIT,
            TraceEvents.SELECTION,
            TraceEvents.CV,
            TraceEvents.GRID,
            TraceEvents.FOLDS,
            TraceEvents.DESIGN,
            TraceEvents.SCORE)
        .flatMap(type -> evidence.trace().ofType(type).stream())
        .forEach(
            event ->
                event
                    .text("model")
                    .filter(name -> !planned.containsKey(name))
                    .ifPresent(name -> unplanned.putIfAbsent(name, event)));
    return unplanned.entrySet().stream().map(each -> deviation(each.getKey(), each.getValue()));
  }

  private static Finding deviation(String name, TraceEvent event) {
    boolean admitted =
        event.type().equals(TraceEvents.UNPLANNED) && event.text("because").isPresent();
    var found =
        Deviation.of(
                Rule.UNPLANNED_MODEL,
                PlanPaths.model(name),
                admitted ? DeviationSeverity.S1 : DeviationSeverity.S3,
                "the plan has no model `" + name + "`")
            .values(TraceValue.missing(), TraceValue.of(name))
            .at(event)
            .inModel(name)
            .note("it is labelled exploratory, whatever it shows")
            .help("record it as `unplanned` with a reason, or leave it out");
    return event
        .text("because")
        .map(because -> found.note("the reason given is: " + because))
        .orElse(found);
  }
}
