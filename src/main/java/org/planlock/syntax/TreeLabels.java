package org.planlock.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the items of a list are called in paths: by what they say, never by where they stand. */
final class TreeLabels {
  private static final List<String> NAMING =
      List.of("name", "id", "hypothesis", "because", "table", "role", "path");
  private static final List<String> VERBS =
      List.of("residualise", "derive", "impute", "code", "scale", "interact", "exclude", "fit");

  private TreeLabels() {}

  /**
   * One label for each item, no two the same; none at all if an item has nothing to be called by.
   */
  static List<String> of(PlanNode.Sequence list) {
    var brief = list.items().stream().map(TreeLabels::brief).flatMap(Optional::stream).toList();
    if (brief.size() < list.items().size()) {
      return List.of();
    }
    var times =
        brief.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var longer =
        IntStream.range(0, brief.size())
            .mapToObj(
                i ->
                    times.getOrDefault(brief.get(i), 1L) == 1
                        ? brief.get(i)
                        : full(list.items().get(i)))
            .toList();
    return numbered(longer);
  }

  /** The key that gives an item its label, if one does. */
  static Optional<String> key(PlanNode.Mapping item) {
    return isStep(item)
        ? Optional.of("step")
        : NAMING.stream().filter(key -> text(item, key).isPresent()).findFirst();
  }

  /**
   * Every way to call an item: by label, by step number, by verb with the first or all of its
   * targets.
   */
  static List<String> aliases(PlanNode item, String label) {
    if (!(item instanceof PlanNode.Mapping mapping) || !isStep(mapping)) {
      return List.of(label);
    }
    return List.of(
        label, text(mapping, "step").orElseThrow(), brief(item).orElse(label), full(item));
  }

  private static List<String> numbered(List<String> labels) {
    var seen = new HashMap<String, Integer>();
    var unique = new ArrayList<String>();
    for (var label : labels) {
      int time = seen.merge(label, 1, Integer::sum);
      unique.add(time == 1 ? label : label + " (" + time + ")");
    }
    return unique;
  }

  private static Optional<String> brief(PlanNode item) {
    if (!(item instanceof PlanNode.Mapping mapping)) {
      return Optional.empty();
    }
    return isStep(mapping)
        ? Optional.of(step(mapping, TreeLabels::first))
        : key(mapping).flatMap(key -> text(mapping, key));
  }

  private static String full(PlanNode item) {
    var mapping = (PlanNode.Mapping) item;
    return isStep(mapping) ? step(mapping, TreeLabels::all) : brief(item).orElseThrow();
  }

  /** Whether an item is a step of a preparation. */
  static boolean isStep(PlanNode item) {
    return item instanceof PlanNode.Mapping mapping && text(mapping, "step").isPresent();
  }

  private static String step(PlanNode.Mapping step, Function<PlanNode, String> target) {
    return VERBS.stream()
        .flatMap(verb -> step.get(verb).map(value -> verb + " " + target.apply(value)).stream())
        .findFirst()
        .orElseGet(() -> "step " + text(step, "step").orElseThrow());
  }

  private static String first(PlanNode target) {
    return target instanceof PlanNode.Sequence list && !list.items().isEmpty()
        ? TreeText.of(list.items().get(0))
        : TreeText.of(target);
  }

  private static String all(PlanNode target) {
    return target instanceof PlanNode.Sequence list
        ? list.items().stream().map(TreeText::of).collect(Collectors.joining(", "))
        : TreeText.of(target);
  }

  private static Optional<String> text(PlanNode.Mapping item, String key) {
    return item.get(key).filter(PlanNode.Scalar.class::isInstance).map(TreeText::of);
  }
}
