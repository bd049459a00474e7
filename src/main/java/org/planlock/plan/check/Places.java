package org.planlock.plan.check;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.planlock.plan.PlanOrigins;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/** Where in the source a finding points: at a path, at a word below it, at an item of a list. */
record Places(PlanOrigins origins) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  /** The path of a named item: {@code models.m1}, {@code columns[a b]}. */
  static String path(String list, String name) {
    return PLAIN.matcher(name).matches() ? list + "." + name : list + "[" + name + "]";
  }

  Span of(String path) {
    return origins.of(path);
  }

  /** The word below a path, or the path itself if the word does not stand there as it is. */
  Span word(String path, String word) {
    var node = origins.find(path);
    return node.flatMap(below -> find(below, word)).orElseGet(() -> origins.of(path));
  }

  /** A key of the item at an index, for lists whose items have no names. */
  Span item(String list, int index, String key) {
    var node = origins.find(list);
    if (node.isPresent()
        && node.get() instanceof PlanNode.Sequence items
        && index < items.items().size()) {
      var item = items.items().get(index);
      return item instanceof PlanNode.Mapping mapping
          ? mapping.get(key).map(PlanNode::span).orElse(item.span())
          : item.span();
    }
    return origins.of(list);
  }

  private static Optional<Span> find(PlanNode node, String word) {
    var exact =
        scalars(node).filter(s -> s.text().strip().equals(word)).findFirst().map(PlanNode::span);
    return exact.or(() -> scalars(node).flatMap(scalar -> part(scalar, word).stream()).findFirst());
  }

  private static Optional<Span> part(PlanNode.Scalar scalar, String word) {
    int at = scalar.text().indexOf(word);
    if (at < 0) {
      return Optional.empty();
    }
    int from = scalar.text().codePointCount(0, at);
    return Optional.of(scalar.spanOf(from, from + word.codePointCount(0, word.length())));
  }

  private static Stream<PlanNode.Scalar> scalars(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar) {
      return Stream.of(scalar);
    }
    var children =
        node instanceof PlanNode.Sequence list
            ? list.items().stream()
            : ((PlanNode.Mapping) node).entries().stream().map(PlanNode.Entry::value);
    return children.flatMap(Places::scalars);
  }
}
