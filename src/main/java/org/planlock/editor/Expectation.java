package org.planlock.editor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.plan.binding.Expected;
import org.planlock.syntax.PlanNode;

/** What may stand where a way through a tree ends. */
final class Expectation {
  private Expectation() {}

  /** Along the keys from the plan on; nothing where a key is unknown. */
  static Optional<Expected> along(List<PlanNode> nodes, List<String> keys) {
    var place = Optional.of(Expected.of(Plan.class));
    for (int i = 0; i < keys.size() && place.isPresent(); i++) {
      var here = place.get();
      if (keys.get(i).isEmpty()) {
        place = Optional.of(here.item());
      } else if (!here.isExpression()) {
        place = here.item().under(keys.get(i), nodes.get(i));
      }
      // below an expression stand only `all` and `any` with more of them
      if (place.filter(Expected::isAnything).isPresent()) {
        place = setting(nodes.get(i));
      }
    }
    return place;
  }

  /** What a variant sets is what stands at its path. */
  private static Optional<Expected> setting(PlanNode owner) {
    return owner instanceof PlanNode.Mapping mapping
        ? text(mapping, "path").flatMap(Expectation::at)
        : Optional.empty();
  }

  /** What may stand at a path such as {@code prepare.main.3.using} and {@code roi.vmPFC}. */
  static Optional<Expected> at(String path) {
    var place = Optional.of(Expected.of(Plan.class));
    boolean named = false;
    for (var name : segments(path)) {
      if (place.isEmpty()) {
        return place;
      }
      var here = place.get();
      if (here.isList() && !named) {
        named = true; // the name of an item
        place = Optional.of(here);
        continue;
      }
      place = step(here.item(), name);
      named = false;
    }
    return named ? place.map(Expected::item) : place;
  }

  static List<String> segments(String path) {
    return Stream.of(path.split("[.\\[\\]]+")).filter(part -> !part.isEmpty()).toList();
  }

  private static Optional<Expected> step(Expected here, String name) {
    if (name.matches("\\d+")) {
      return here.under("steps", null).map(Expected::item);
    }
    return Stream.of(name, name + "s", name + "es", name.replaceFirst("y$", "ies"))
        .flatMap(key -> here.under(key, null).stream())
        .findFirst();
  }

  static Optional<String> text(PlanNode.Mapping mapping, String key) {
    return mapping
        .get(key)
        .filter(PlanNode.Scalar.class::isInstance)
        .map(node -> ((PlanNode.Scalar) node).text().strip());
  }
}
