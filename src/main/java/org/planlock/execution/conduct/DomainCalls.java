package org.planlock.execution.conduct;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.syntax.ExpressionNode;

/** Finds the questions about results in a condition, in the order in which they are written. */
final class DomainCalls {
  private static final Set<String> QUESTIONS =
      Set.of(
          "coefficient",
          "retained",
          "fold_share",
          "in_sample_r2",
          "cv_r2",
          "nested_r2",
          "cv_mse",
          "n",
          "p_value",
          "p_holm",
          "verdict");

  private DomainCalls() {}

  static List<ExpressionNode.Call> in(ExpressionNode condition) {
    var calls = new ArrayList<ExpressionNode.Call>();
    var open = new ArrayDeque<ExpressionNode>();
    open.push(condition);
    while (!open.isEmpty()) {
      var node = open.pop();
      if (node instanceof ExpressionNode.Call call && QUESTIONS.contains(call.function())) {
        calls.add(call);
      } else {
        var parts = parts(node);
        for (int i = parts.size() - 1; i >= 0; i--) {
          open.push(parts.get(i));
        }
      }
    }
    return calls;
  }

  private static List<ExpressionNode> parts(ExpressionNode node) {
    if (node instanceof ExpressionNode.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (node instanceof ExpressionNode.Unary unary) {
      return List.of(unary.operand());
    }
    if (node instanceof ExpressionNode.Call call) {
      return call.arguments();
    }
    if (node instanceof ExpressionNode.Range range) {
      return List.of(range.value(), range.low(), range.high());
    }
    if (node instanceof ExpressionNode.In in) {
      return Stream.concat(Stream.of(in.value()), in.options().stream()).toList();
    }
    return node instanceof ExpressionNode.AtLeast some ? some.conditions() : List.of();
  }
}
