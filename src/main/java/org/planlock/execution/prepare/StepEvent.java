package org.planlock.execution.prepare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlock.plan.value.Scope;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** What a step learns, gathered column by column and then recorded as one event. */
final class StepEvent {
  private final int step;
  private final String verb;
  private final Scope using;
  private final Map<String, TraceValue> learnt = new LinkedHashMap<>();
  private final Map<String, TraceValue> details = new LinkedHashMap<>();

  StepEvent(int step, String verb, Scope using) {
    this.step = step;
    this.verb = verb;
    this.using = using;
  }

  StepEvent detail(String name, String value) {
    details.put(name, TraceValue.of(value));
    return this;
  }

  void learnt(String column, String first, double value, String second, double other) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put(first, value);
    parameters.put(second, other);
    learnt(column, parameters);
  }

  void learnt(String column, Map<String, Double> parameters) {
    Map<String, TraceValue> values = new LinkedHashMap<>();
    parameters.forEach((name, value) -> values.put(name, TraceValue.of(value)));
    learnt.put(column, TraceValue.fields(values));
  }

  /** Records the event; the preparation and the fold are added when it is written. */
  void record(StepRun run, List<String> columns) {
    var event =
        TraceEvent.of(TraceEvents.STEP)
            .with("step", (double) step)
            .with("verb", verb)
            .with("using", using.word())
            .withTexts("fitRows", run.participants(using))
            .withTexts("columns", columns)
            .with("learnt", TraceValue.fields(learnt));
    for (var detail : details.entrySet()) {
      event = event.with(detail.getKey(), detail.getValue());
    }
    run.record(event);
  }
}
