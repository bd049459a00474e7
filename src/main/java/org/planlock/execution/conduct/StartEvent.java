package org.planlock.execution.conduct;

import java.util.LinkedHashMap;
import org.planlock.lock.Sha256;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** The first event of a trace: who analyses what, with which changes. */
final class StartEvent {
  private StartEvent() {}

  static TraceEvent of(ExecutionRequest request) {
    var registered = request.registered();
    var tool = new LinkedHashMap<String, TraceValue>();
    tool.put("name", TraceValue.of(registered.tool().name()));
    tool.put("version", TraceValue.of(registered.tool().version()));
    boolean confirmatory = registered.lock().isPresent() && !request.exploratory();
    return TraceEvent.of(TraceEvents.START)
        .with("format", TraceEvents.FORMAT)
        .with("tool", TraceValue.fields(tool))
        .with("semantics", registered.semantics())
        .with("plan", registered.plan().toString())
        .with(
            "lock",
            registered
                .lock()
                .map(Sha256::toString)
                .map(TraceValue::of)
                .orElseGet(TraceValue::missing))
        .with("label", confirmatory ? "confirmatory" : "exploratory")
        .with("overrides", interventions(request, true))
        .with("choices", interventions(request, false));
  }

  private static TraceValue interventions(ExecutionRequest request, boolean overrides) {
    return TraceValue.items(
        request.interventions().stream()
            .filter(intervention -> intervention.planned().isPresent() == overrides)
            .map(StartEvent::value)
            .toList());
  }

  private static TraceValue value(Intervention intervention) {
    var members = new LinkedHashMap<String, TraceValue>();
    members.put("path", TraceValue.of(intervention.path()));
    intervention.planned().ifPresent(planned -> members.put("planned", planned));
    members.put("value", intervention.value());
    intervention.because().ifPresent(reason -> members.put("because", TraceValue.of(reason)));
    return TraceValue.fields(members);
  }
}
