package org.planlock.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.planlock.plan.binding.Expected;
import org.planlock.syntax.PlanNode;

/**
 * A place in a tree, and the way to it.
 *
 * @param nodes from the plan down to what stands there
 * @param keys how each node is reached from the one before: a key, or nothing for an item of a list
 * @param onKey whether the place is the last key and not its value
 */
record Spot(List<PlanNode> nodes, List<String> keys, boolean onKey) {
  Spot {
    nodes = List.copyOf(nodes);
    keys = List.copyOf(keys);
  }

  /** The spot of an offset: a value, else a key, else the innermost part around it. */
  static Spot at(PlanNode.Mapping tree, int offset) {
    var way = new Way(tree);
    way.toOffset(tree, offset);
    return way.spot();
  }

  /** The spot of the value or key that the predicate finds, if there is one. */
  static Optional<Spot> of(PlanNode.Mapping tree, Predicate<PlanNode.Scalar> wanted) {
    var way = new Way(tree);
    return way.to(tree, wanted) ? Optional.of(way.spot()) : Optional.empty();
  }

  PlanNode node() {
    return nodes.get(nodes.size() - 1);
  }

  /** The mapping that the last key stands in, or the innermost one around the place. */
  Optional<PlanNode.Mapping> owner() {
    for (int i = nodes.size() - (node() instanceof PlanNode.Mapping && !onKey ? 1 : 2);
        i >= 0;
        i--) {
      if (nodes.get(i) instanceof PlanNode.Mapping mapping) {
        return Optional.of(mapping);
      }
    }
    return Optional.empty();
  }

  /** What may stand at the place, or as the value of the key that it is. */
  Optional<Expected> expected() {
    return Expectation.along(nodes, keys);
  }

  /** The same place without its last step. */
  Optional<Spot> around() {
    return nodes.size() == 1
        ? Optional.empty()
        : Optional.of(
            new Spot(nodes.subList(0, nodes.size() - 1), keys.subList(0, keys.size() - 1), false));
  }

  /** The keys on the way, as people write a path. */
  String path() {
    return keys.stream().filter(key -> !key.isEmpty()).collect(Collectors.joining("."));
  }

  /** A way that grows. */
  private static final class Way {
    private final List<PlanNode> nodes = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private boolean onKey;

    Way(PlanNode tree) {
      nodes.add(tree);
    }

    Spot spot() {
      return new Spot(nodes, keys, onKey);
    }

    void toOffset(PlanNode node, int offset) {
      if (node instanceof PlanNode.Sequence list) {
        list.items().stream()
            .filter(item -> holds(item, offset))
            .reduce((a, b) -> b)
            .ifPresent(item -> step("", item, offset));
      } else if (node instanceof PlanNode.Mapping mapping) {
        var values = mapping.entries().stream().filter(e -> holds(e.value(), offset)).toList();
        var value =
            values.stream()
                .filter(e -> isInside(e.value(), offset))
                .reduce((a, b) -> b)
                .or(() -> values.stream().reduce((a, b) -> b));
        var key =
            mapping.entries().stream().filter(e -> holds(e.key(), offset)).reduce((a, b) -> b);
        if (value.isPresent()) {
          step(value.get().key().text(), value.get().value(), offset);
        }
        boolean found = value.isPresent() && node() instanceof PlanNode.Scalar;
        if (key.isPresent() && !found && !onKey) {
          backTo(node);
          onKey = true;
          nodes.add(key.get().value());
          keys.add(key.get().key().text());
        }
      }
    }

    private void step(String key, PlanNode node, int offset) {
      nodes.add(node);
      keys.add(key);
      toOffset(node, offset);
    }

    private PlanNode node() {
      return nodes.get(nodes.size() - 1);
    }

    private void backTo(PlanNode node) {
      while (node() != node) {
        nodes.remove(nodes.size() - 1);
        keys.remove(keys.size() - 1);
      }
    }

    private static boolean holds(PlanNode node, int offset) {
      return node.span().start() <= offset && offset <= node.span().end();
    }

    /** Items of a list may stand apart, with other things between them. */
    private static boolean isInside(PlanNode node, int offset) {
      return !(node instanceof PlanNode.Sequence list)
          || list.items().stream().anyMatch(item -> holds(item, offset));
    }

    boolean to(PlanNode node, Predicate<PlanNode.Scalar> wanted) {
      if (node instanceof PlanNode.Scalar scalar) {
        return wanted.test(scalar);
      }
      if (node instanceof PlanNode.Sequence list) {
        return list.items().stream().anyMatch(item -> child("", item, wanted));
      }
      for (var entry : ((PlanNode.Mapping) node).entries()) {
        if (wanted.test(entry.key())) {
          onKey = true;
          nodes.add(entry.value());
          keys.add(entry.key().text());
          return true;
        }
        if (child(entry.key().text(), entry.value(), wanted)) {
          return true;
        }
      }
      return false;
    }

    private boolean child(String key, PlanNode node, Predicate<PlanNode.Scalar> wanted) {
      nodes.add(node);
      keys.add(key);
      boolean found = to(node, wanted);
      if (!found) {
        nodes.remove(nodes.size() - 1);
        keys.remove(keys.size() - 1);
      }
      return found;
    }
  }
}
