package org.planlock.execution.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.PlanBinder;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreeText;

/** The preparation steps that a script took, in its order. */
final class TakenSteps {
  /** A step by its preparation and its number there. */
  record Taken(String preparation, int step) {}

  private final BoundPlan plan;
  private final List<Taken> taken = new ArrayList<>();

  TakenSteps(BoundPlan plan) {
    this.plan = plan;
  }

  /** Every registered step in its order. */
  static List<Taken> registered(BoundPlan plan) {
    return plan.plan().prepare().orElse(List.of()).stream()
        .flatMap(TakenSteps::carriedOut)
        .toList();
  }

  void add(Taken step) {
    taken.add(step);
  }

  boolean has(Taken step) {
    return taken.contains(step);
  }

  boolean isEmpty() {
    return taken.isEmpty();
  }

  /** The plan with these steps and no others, each as it is registered. */
  Checked<BoundPlan> inPlan() {
    if (taken.equals(registered(plan))) {
      return Checked.of(plan);
    }
    var canonical = plan.canonical();
    var entries = canonical.entries().stream().map(this::entry).toList();
    return PlanBinder.bind(new PlanNode.Mapping(entries, canonical.span()))
        .map(bound -> new BoundPlan(bound.plan(), bound.canonical(), plan.origins()));
  }

  private static Stream<Taken> carriedOut(Preparation preparation) {
    return preparation.steps().stream()
        .filter(step -> !(step instanceof Step.Skipped))
        .map(step -> new Taken(preparation.name(), step.step()));
  }

  private PlanNode.Entry entry(PlanNode.Entry entry) {
    return entry.key().text().equals("prepare") && entry.value() instanceof PlanNode.Sequence list
        ? new PlanNode.Entry(
            entry.key(),
            new PlanNode.Sequence(list.items().stream().map(this::item).toList(), list.span()))
        : entry;
  }

  private PlanNode item(PlanNode item) {
    var mapping = (PlanNode.Mapping) item;
    var name = mapping.get("name").map(TreeText::of).orElse("");
    return new PlanNode.Mapping(
        mapping.entries().stream()
            .map(
                entry ->
                    entry.key().text().equals("steps")
                            && entry.value() instanceof PlanNode.Sequence steps
                        ? new PlanNode.Entry(entry.key(), ordered(name, steps))
                        : entry)
            .toList(),
        mapping.span());
  }

  private PlanNode ordered(String preparation, PlanNode.Sequence steps) {
    var byNumber =
        steps.items().stream()
            .collect(
                java.util.stream.Collectors.toMap(TakenSteps::number, node -> node, (a, b) -> a));
    return new PlanNode.Sequence(ofPreparation(preparation, byNumber), steps.span());
  }

  private List<PlanNode> ofPreparation(String preparation, Map<String, PlanNode> byNumber) {
    return taken.stream()
        .filter(step -> step.preparation().equals(preparation))
        .flatMap(step -> Stream.ofNullable(byNumber.get(step.step() + "")))
        .toList();
  }

  private static String number(PlanNode step) {
    return step instanceof PlanNode.Mapping mapping
        ? mapping.get("step").map(TreeText::of).orElse("")
        : "";
  }
}
