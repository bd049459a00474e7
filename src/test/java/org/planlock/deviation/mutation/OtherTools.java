package org.planlock.deviation.mutation;

import java.util.List;
import org.planlock.plan.BoundPlan;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.syntax.TreeText;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceValue;

/** Adds to a trace what programs other than this one would tell of the same analysis. */
final class OtherTools {
  private OtherTools() {}

  /** The regions, pipelines and branches of a plan, each as it is registered. */
  static Trace told(BoundPlan bound, Trace trace) {
    var memory = new TraceMemory();
    for (var event : trace.events()) {
      if (event.type().equals(TraceEvents.END)) {
        events(bound).forEach(memory::record);
      }
      if (!isOfPipelines(event)) {
        memory.record(event);
      }
    }
    return memory.trace(trace.name());
  }

  /** An execution says that no pipeline applies, because those who ran one tell of it. */
  private static boolean isOfPipelines(TraceEvent event) {
    return event.type().equals(TraceEvents.SETTING)
        && event.text("path").filter(path -> path.startsWith("data.pipelines")).isPresent();
  }

  private static List<TraceEvent> events(BoundPlan bound) {
    var plan = bound.plan();
    var all = new java.util.ArrayList<TraceEvent>();
    for (var roi : plan.rois().orElse(List.of())) {
      var atlas =
          plan.atlases().orElse(List.of()).stream()
              .filter(a -> roi.atlas().filter(a.name()::equals).isPresent())
              .findFirst();
      all.add(
          TraceEvent.of(TraceEvents.REGION)
              .with("region", roi.name())
              .with("file", roi.map().or(() -> atlas.map(a -> a.image())).orElse(""))
              .with("sha256", Relocked.MASK.hex()));
    }
    for (var pipeline :
        plan.data().stated().flatMap(d -> d.pipelines().stated()).orElse(List.of())) {
      all.add(
          TraceEvent.of(TraceEvents.PIPELINE)
              .with("tool", pipeline.tool())
              .with("version", pipeline.version().text().replaceFirst("^== ", ""))
              .with("container", pipeline.container().stated().map(w -> w.text()).orElse(""))
              .with("options", pipeline.options().stated().map(w -> w.text()).orElse("")));
    }
    for (var branch : plan.contingency().orElse(List.of())) {
      all.add(
          TraceEvent.of(TraceEvents.BRANCH)
              .with("when", branch.when().text())
              .with("held", false)
              .with("taken", false));
    }
    return all;
  }

  /** The same trace where a program says that it used another value. */
  static Trace using(Trace trace, BoundPlan other, String path) {
    var told =
        TraceEvent.of(TraceEvents.SETTING)
            .with("path", path)
            .with("value", value(TreePaths.get(other.canonical(), path).orThrow()));
    var memory = new TraceMemory();
    for (var event : trace.events()) {
      boolean isOfIt =
          event.type().equals(TraceEvents.SETTING)
              && event.text("path").filter(path::equals).isPresent();
      if (event.type().equals(TraceEvents.END)) {
        memory.record(told);
      }
      if (!isOfIt) {
        memory.record(event);
      }
    }
    return memory.trace(trace.name());
  }

  private static TraceValue value(PlanNode node) {
    if (node instanceof PlanNode.Sequence list) {
      return TraceValue.items(list.items().stream().map(OtherTools::value).toList());
    }
    if (node instanceof PlanNode.Mapping mapping) {
      var members = new java.util.LinkedHashMap<String, TraceValue>();
      mapping.entries().forEach(e -> members.put(e.key().text(), value(e.value())));
      return TraceValue.fields(members);
    }
    return TraceValue.of(TreeText.of(node));
  }
}
