package org.planlock.plan.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.syntax.ExpressionNode;

/** A way through an expression from its parts to the whole, as deep as the heap allows. */
final class BottomUp {
  private BottomUp() {}

  /** What is made of each node. */
  interface Visitor<T> {
    /** What needs no look at the parts; nothing if the parts come first. */
    Optional<T> atOnce(ExpressionNode node, Optional<String> session);

    /** What the parts, in the order written, make together. */
    T from(ExpressionNode node, Optional<String> session, List<T> parts);
  }

  private record Stop(ExpressionNode node, Optional<String> session, boolean partsDone) {}

  /** What the visitor makes of the whole; {@code x at s} puts its part at the session s. */
  static <T> T walk(ExpressionNode whole, Optional<String> session, Visitor<T> visitor) {
    var open = new ArrayDeque<Stop>();
    var made = new ArrayDeque<T>();
    open.push(new Stop(whole, session, false));
    while (!open.isEmpty()) {
      var stop = open.pop();
      var parts = parts(stop.node());
      if (stop.partsDone()) {
        made.push(visitor.from(stop.node(), stop.session(), take(made, parts.size())));
        continue;
      }
      var now = visitor.atOnce(stop.node(), stop.session());
      if (now.isPresent()) {
        made.push(now.get());
      } else {
        open.push(new Stop(stop.node(), stop.session(), true));
        descend(parts, within(stop), open);
      }
    }
    return made.pop();
  }

  private static Optional<String> within(Stop stop) {
    return stop.node() instanceof ExpressionNode.At at ? Optional.of(at.session()) : stop.session();
  }

  private static void descend(
      List<ExpressionNode> parts, Optional<String> session, Deque<Stop> open) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      open.push(new Stop(parts.get(i), session, false));
    }
  }

  private static <T> List<T> take(Deque<T> made, int count) {
    var parts = new ArrayDeque<T>();
    for (int i = 0; i < count; i++) {
      parts.addFirst(made.pop());
    }
    return new ArrayList<>(parts);
  }

  /** The expressions directly inside, in the order written. */
  static List<ExpressionNode> parts(ExpressionNode node) {
    if (node instanceof ExpressionNode.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (node instanceof ExpressionNode.Unary unary) {
      return List.of(unary.operand());
    }
    if (node instanceof ExpressionNode.Call call) {
      return call.arguments();
    }
    if (node instanceof ExpressionNode.At at) {
      return List.of(at.value());
    }
    if (node instanceof ExpressionNode.Range range) {
      return List.of(range.value(), range.low(), range.high());
    }
    if (node instanceof ExpressionNode.In in) {
      return Stream.concat(Stream.of(in.value()), in.options().stream()).toList();
    }
    return node instanceof ExpressionNode.AtLeast atLeast ? atLeast.conditions() : List.of();
  }
}
