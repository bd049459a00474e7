package org.planlock.execution.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.UsedSettings;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * A model that the plan does not have: a registered one with some values changed.
 *
 * @param extending the registered model
 * @param changes values by their places in a model, such as {@code penalty.l1_ratio}
 * @param because why it is fitted; an unplanned model with a reason weighs little
 */
record UnplannedModel(
    String name, String extending, Map<String, PlanNode> changes, Optional<String> because) {
  UnplannedModel {
    changes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(changes));
  }

  /** The plan with this model in it. */
  Checked<BoundPlan> in(BoundPlan plan) {
    var copied =
        TreePaths.get(plan.canonical(), UsedSettings.path("models", extending))
            .map(model -> with(plan.canonical(), renamed((PlanNode.Mapping) model)));
    var tree = copied;
    for (var change : changes.entrySet()) {
      var path = UsedSettings.path("models", name, change.getKey());
      tree = tree.then(whole -> TreePaths.set(whole, path, change.getValue()));
    }
    return tree.then(PlanBinder::bind)
        .map(bound -> new BoundPlan(bound.plan(), bound.canonical(), plan.origins()));
  }

  /** What the trace says of it before it is fitted. */
  TraceEvent event(Map<String, TraceValue> used) {
    var event = TraceEvent.of(TraceEvents.UNPLANNED).with("model", name).with("extends", extending);
    return (because.isPresent() ? event.with("because", because.get()) : event)
        .with("changes", TraceValue.fields(used));
  }

  private PlanNode.Mapping renamed(PlanNode.Mapping model) {
    var place = Span.none(name);
    var entries = new ArrayList<PlanNode.Entry>();
    for (var entry : model.entries()) {
      switch (entry.key().text()) {
        case "name" ->
            entries.add(new PlanNode.Entry(entry.key(), new PlanNode.Scalar(name, place)));
        case "role", "reason" -> {}
        default -> entries.add(entry);
      }
    }
    entries.add(
        new PlanNode.Entry(
            new PlanNode.Scalar("role", place), new PlanNode.Scalar("exploratory", place)));
    return new PlanNode.Mapping(entries, place);
  }

  private static PlanNode.Mapping with(PlanNode.Mapping tree, PlanNode.Mapping model) {
    var entries = new ArrayList<PlanNode.Entry>();
    for (var entry : tree.entries()) {
      entries.add(
          entry.key().text().equals("models") && entry.value() instanceof PlanNode.Sequence list
              ? new PlanNode.Entry(entry.key(), longer(list, model))
              : entry);
    }
    return new PlanNode.Mapping(entries, tree.span());
  }

  private static PlanNode longer(PlanNode.Sequence list, PlanNode.Mapping model) {
    List<PlanNode> items = new ArrayList<>(list.items());
    items.add(model);
    return new PlanNode.Sequence(items, list.span());
  }
}
