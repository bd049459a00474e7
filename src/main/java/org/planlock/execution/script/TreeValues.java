package org.planlock.execution.script;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.plan.value.Decimal;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreeText;

/** Values of a script as a plan would write them. */
final class TreeValues {
  private TreeValues() {}

  /** A number, truth, text, list or map; empty for anything that no plan can say. */
  static Optional<PlanNode> node(Object value, Span place) {
    if (value instanceof Collection<?> items) {
      var nodes = items.stream().map(item -> node(item, place)).toList();
      return nodes.stream().allMatch(Optional::isPresent)
          ? Optional.of(
              new PlanNode.Sequence(nodes.stream().flatMap(Optional::stream).toList(), place))
          : Optional.empty();
    }
    if (value instanceof Map<?, ?> members) {
      return mapping(members, place);
    }
    return text(value).map(text -> new PlanNode.Scalar(text, place));
  }

  /** A value on one line. */
  static String text(PlanNode node) {
    return TreeText.of(node);
  }

  private static Optional<PlanNode> mapping(Map<?, ?> members, Span place) {
    List<Optional<PlanNode.Entry>> entries =
        members.entrySet().stream()
            .map(
                member ->
                    node(member.getValue(), place)
                        .map(
                            value ->
                                new PlanNode.Entry(
                                    new PlanNode.Scalar(key(member.getKey()), place), value)))
            .toList();
    return entries.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            new PlanNode.Mapping(entries.stream().flatMap(Optional::stream).toList(), place))
        : Optional.empty();
  }

  private static Optional<String> text(Object value) {
    if (value instanceof BigDecimal decimal) {
      return Optional.of(decimal.stripTrailingZeros().toPlainString());
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? Optional.of(Decimal.of(number).text()) : Optional.empty();
    }
    return value instanceof Number || value instanceof Boolean || value instanceof CharSequence
        ? Optional.of(value.toString())
        : Optional.empty();
  }

  /** Plans write {@code l1_ratio} where programs write {@code l1Ratio}. */
  static String key(Object name) {
    return name.toString()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
