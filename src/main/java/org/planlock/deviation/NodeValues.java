package org.planlock.deviation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.planlock.plan.value.Decimal;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreeText;
import org.planlock.trace.TraceValue;

/** Parts of a plan as values of a trace, and back. */
final class NodeValues {
  private static final Span NOWHERE = Span.none("trace");

  private NodeValues() {}

  /** A part of a plan as a trace would record it. */
  static TraceValue of(PlanNode node) {
    if (node instanceof PlanNode.Sequence list) {
      return TraceValue.items(list.items().stream().map(NodeValues::of).toList());
    }
    if (node instanceof PlanNode.Mapping mapping) {
      Map<String, TraceValue> members = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> members.put(entry.key().text(), of(entry.value())));
      return TraceValue.fields(members);
    }
    return scalar(TreeText.of(node));
  }

  private static TraceValue scalar(String text) {
    if (text.equals("true") || text.equals("false")) {
      return TraceValue.of(text.equals("true"));
    }
    return Decimal.parse(text)
        .filter(Decimal::isExact)
        .map(number -> TraceValue.of(number.toDouble()))
        .orElseGet(() -> TraceValue.of(text));
  }

  /** A recorded value as a plan would write it; nothing for one that is not there. */
  static Optional<PlanNode> node(TraceValue value) {
    if (value instanceof TraceValue.Missing) {
      return Optional.empty();
    }
    if (value instanceof TraceValue.Items items) {
      return Optional.of(
          new PlanNode.Sequence(
              items.items().stream().flatMap(item -> node(item).stream()).toList(), NOWHERE));
    }
    if (value instanceof TraceValue.Fields fields) {
      var entries = new ArrayList<PlanNode.Entry>();
      fields
          .members()
          .forEach(
              (key, member) ->
                  node(member)
                      .ifPresent(
                          node ->
                              entries.add(
                                  new PlanNode.Entry(new PlanNode.Scalar(key, NOWHERE), node))));
      return Optional.of(new PlanNode.Mapping(entries, NOWHERE));
    }
    return Optional.of(new PlanNode.Scalar(ValueText.of(value), NOWHERE));
  }
}
