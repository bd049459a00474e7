package org.planlock.deviation;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.syntax.ExpressionNode;

/** The names that an expression mentions. */
final class ExpressionWords {
  private ExpressionWords() {}

  static Set<String> of(ExpressionNode root) {
    var words = new HashSet<String>();
    var waiting = new ArrayDeque<ExpressionNode>(List.of(root));
    while (!waiting.isEmpty()) {
      var node = waiting.pop();
      if (node instanceof ExpressionNode.Name name) {
        words.add(name.name());
      }
      parts(node).forEach(waiting::push);
    }
    return words;
  }

  private static Stream<ExpressionNode> parts(ExpressionNode node) {
    if (node instanceof ExpressionNode.Call call) {
      return call.arguments().stream();
    }
    if (node instanceof ExpressionNode.Binary binary) {
      return Stream.of(binary.left(), binary.right());
    }
    if (node instanceof ExpressionNode.Unary unary) {
      return Stream.of(unary.operand());
    }
    if (node instanceof ExpressionNode.AtLeast atLeast) {
      return atLeast.conditions().stream();
    }
    if (node instanceof ExpressionNode.Range range) {
      return Stream.of(range.value(), range.low(), range.high());
    }
    if (node instanceof ExpressionNode.In in) {
      return Stream.concat(Stream.of(in.value()), in.options().stream());
    }
    return node instanceof ExpressionNode.At at ? Stream.of(at.value()) : Stream.empty();
  }
}
