package org.planlock.execution.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.plan.Plan;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Headcount;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceSink;
import org.planlock.trace.TraceValue;

/** Writes who left, who is analysed and the counts into the trace. */
final class SampleRecord {
  private final Plan plan;
  private final SampleRequest request;
  private final TraceSink trace;

  SampleRecord(Plan plan, SampleRequest request, TraceSink trace) {
    this.plan = plan;
    this.request = request;
    this.trace = trace;
  }

  void write(SampleResult result) {
    result.departures().forEach(this::write);
    trace.record(sample(result));
    trace.record(flow(result.flow()));
  }

  private void write(Departure departure) {
    trace.record(
        TraceEvent.of(TraceEvents.EXCLUSION)
            .with("id", departure.participant())
            .with("rule", departure.rule())
            .with("because", departure.because())
            .with("origin", departure.origin().word()));
  }

  private TraceEvent sample(SampleResult result) {
    var event =
        TraceEvent.of(TraceEvents.SAMPLE)
            .withTexts("ids", result.analysed())
            .with("n", (double) result.analysed().size());
    var rules = plan.sample().stated();
    event = with(event, "target", rules.map(s -> s.target()).orElse(Declared.open()));
    event = with(event, "minimum", rules.map(s -> s.minimum()).orElse(Declared.open()));
    var early = request.early();
    return early.isPresent() ? event.with("early", early.get()) : event;
  }

  private static TraceEvent with(TraceEvent event, String name, Declared<Headcount> said) {
    return said.stated()
        .map(headcount -> event.with(name, (double) headcount.count()))
        .orElseGet(() -> event.without(name));
  }

  private static TraceEvent flow(FlowTable flow) {
    Map<String, TraceValue> groups = new LinkedHashMap<>();
    flow.groups().forEach(group -> groups.put(group.level(), group(flow.rules(), group)));
    Map<String, TraceValue> counts = new LinkedHashMap<>();
    counts.put("enrolled", total(flow.groups().stream().map(FlowTable.Group::enrolled).toList()));
    counts.put("kept", total(flow.groups().stream().map(FlowTable.Group::kept).toList()));
    var event = TraceEvent.of(TraceEvents.FLOW);
    var by = flow.by();
    return by.map(column -> event.with("by", column))
        .orElseGet(() -> event.without("by"))
        .with("counts", TraceValue.fields(counts))
        .with("groups", TraceValue.fields(groups));
  }

  private static TraceValue group(List<String> rules, FlowTable.Group group) {
    Map<String, TraceValue> fields = new LinkedHashMap<>();
    fields.put("enrolled", TraceValue.of((double) group.enrolled()));
    fields.put("sequential", byRule(rules, group.sequential()));
    fields.put("alone", byRule(rules, group.alone()));
    fields.put("kept", TraceValue.of((double) group.kept()));
    return TraceValue.fields(fields);
  }

  private static TraceValue byRule(List<String> rules, List<Integer> counts) {
    Map<String, TraceValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      double before =
          Optional.ofNullable(fields.get(rules.get(i)))
              .map(value -> ((TraceValue.Number) value).value())
              .orElse(0.0);
      fields.put(rules.get(i), TraceValue.of(before + counts.get(i)));
    }
    return TraceValue.fields(fields);
  }

  private static TraceValue total(List<Integer> counts) {
    return TraceValue.of((double) counts.stream().mapToInt(Integer::intValue).sum());
  }
}
