package org.planlock.plan;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/** Spells out {@code every measure} in the lists of steps. */
final class StepLists {
  private StepLists() {}

  static PlanNode.Mapping expand(PlanNode.Mapping preparation, TemplateNames names) {
    return Trees.replace(
        preparation, "steps", steps -> Trees.eachItem(steps, step -> List.of(step(step, names))));
  }

  private static PlanNode.Mapping step(PlanNode.Mapping step, TemplateNames names) {
    var entries =
        step.entries().stream()
            .map(entry -> new PlanNode.Entry(entry.key(), value(entry.value(), names)))
            .toList();
    return new PlanNode.Mapping(entries, step.span());
  }

  private static PlanNode value(PlanNode value, TemplateNames names) {
    var texts = Trees.texts(value);
    if (texts.stream().noneMatch(text -> text.startsWith("every "))) {
      return value;
    }
    Stream<PlanNode> items =
        texts.stream()
            .flatMap(
                text ->
                    text.startsWith("every ")
                        ? names.every(text.substring("every ".length()).strip(), value).stream()
                        : Stream.of(text))
            .map(name -> new PlanNode.Scalar(name, value.span()));
    return new PlanNode.Sequence(items.toList(), value.span());
  }
}
