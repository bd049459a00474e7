package org.planlock.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.planlock.syntax.PlanNode;

/** Changes of trees that leave the original as it is. */
final class Trees {
  private Trees() {}

  /** The same mapping with another value under a key, if the key is there. */
  static PlanNode.Mapping replace(
      PlanNode.Mapping mapping, String key, java.util.function.UnaryOperator<PlanNode> change) {
    var entries =
        mapping.entries().stream()
            .map(
                entry ->
                    entry.key().text().equals(key)
                        ? new PlanNode.Entry(entry.key(), change.apply(entry.value()))
                        : entry)
            .toList();
    return new PlanNode.Mapping(entries, mapping.span());
  }

  /** The same mapping with a value under a key that it lacks. */
  static PlanNode.Mapping withDefault(
      PlanNode.Mapping mapping, String key, Optional<PlanNode> value) {
    if (value.isEmpty() || mapping.get(key).isPresent()) {
      return mapping;
    }
    var entries = new ArrayList<>(mapping.entries());
    entries.add(new PlanNode.Entry(new PlanNode.Scalar(key, value.get().span()), value.get()));
    return new PlanNode.Mapping(entries, mapping.span());
  }

  /** The same mapping without a key. */
  static PlanNode.Mapping without(PlanNode.Mapping mapping, String key) {
    return new PlanNode.Mapping(
        mapping.entries().stream().filter(entry -> !entry.key().text().equals(key)).toList(),
        mapping.span());
  }

  /** The list in which each mapping has become several; anything else stays. */
  static PlanNode eachItem(
      PlanNode list, Function<PlanNode.Mapping, List<PlanNode.Mapping>> change) {
    if (!(list instanceof PlanNode.Sequence sequence)) {
      return list;
    }
    Stream<PlanNode> items =
        sequence.items().stream()
            .flatMap(
                item ->
                    item instanceof PlanNode.Mapping mapping
                        ? change.apply(mapping).stream()
                        : Stream.of(item));
    return new PlanNode.Sequence(items.toList(), sequence.span());
  }

  /** The tree with another text in every scalar value; keys stay. */
  static PlanNode mapText(PlanNode node, java.util.function.UnaryOperator<String> change) {
    if (node instanceof PlanNode.Scalar scalar) {
      return new PlanNode.Scalar(change.apply(scalar.text()), scalar.span());
    }
    if (node instanceof PlanNode.Sequence sequence) {
      return new PlanNode.Sequence(
          sequence.items().stream().map(item -> mapText(item, change)).toList(), sequence.span());
    }
    var mapping = (PlanNode.Mapping) node;
    var entries =
        mapping.entries().stream()
            .map(entry -> new PlanNode.Entry(entry.key(), mapText(entry.value(), change)))
            .toList();
    return new PlanNode.Mapping(entries, mapping.span());
  }

  /** The texts of a list of scalars, or of one scalar alone. */
  static List<String> texts(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar) {
      return List.of(scalar.text().strip());
    }
    return node instanceof PlanNode.Sequence sequence
        ? sequence.items().stream().flatMap(item -> texts(item).stream()).toList()
        : List.of();
  }

  /** The items of a list under a key that are mappings. */
  static List<PlanNode.Mapping> mappings(PlanNode.Mapping owner, String key) {
    return owner
        .get(key)
        .filter(PlanNode.Sequence.class::isInstance)
        .map(
            list ->
                ((PlanNode.Sequence) list)
                    .items().stream()
                        .filter(PlanNode.Mapping.class::isInstance)
                        .map(PlanNode.Mapping.class::cast)
                        .toList())
        .orElse(List.of());
  }

  /** The text under a key, where it is one. */
  static Optional<String> text(PlanNode.Mapping owner, String key) {
    return owner
        .get(key)
        .filter(PlanNode.Scalar.class::isInstance)
        .map(node -> ((PlanNode.Scalar) node).text().strip());
  }

  /** The mapping under a key, where it is one. */
  static Optional<PlanNode.Mapping> mapping(PlanNode.Mapping owner, String key) {
    return owner
        .get(key)
        .filter(PlanNode.Mapping.class::isInstance)
        .map(PlanNode.Mapping.class::cast);
  }
}
