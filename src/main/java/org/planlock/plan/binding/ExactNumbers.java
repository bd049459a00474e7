package org.planlock.plan.binding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.value.Decimal;
import org.planlock.syntax.ExpressionNode;

/** Numbers in an expression that a double cannot keep. */
final class ExactNumbers {
  private ExactNumbers() {}

  static List<Diagnostic> lost(ExpressionNode expression) {
    var found = new ArrayList<Diagnostic>();
    var open = new ArrayDeque<ExpressionNode>();
    open.push(expression);
    while (!open.isEmpty()) {
      var node = open.pop();
      if (node instanceof ExpressionNode.Number number && !isKept(number)) {
        var message = "`" + number.value() + "` has more digits than can be kept";
        found.add(
            Diagnostic.at(number.span(), Rule.TOO_MANY_DIGITS, message)
                .help("round it to at most 15 digits"));
      }
      parts(node).forEach(open::push);
    }
    return found;
  }

  private static boolean isKept(ExpressionNode.Number number) {
    var decimal = new Decimal(number.value());
    return decimal.isFinite() && decimal.isExact();
  }

  private static List<ExpressionNode> parts(ExpressionNode node) {
    if (node instanceof ExpressionNode.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (node instanceof ExpressionNode.Unary unary) {
      return List.of(unary.operand());
    }
    if (node instanceof ExpressionNode.At at) {
      return List.of(at.value());
    }
    if (node instanceof ExpressionNode.Range range) {
      return List.of(range.value(), range.low(), range.high());
    }
    return lists(node);
  }

  private static List<ExpressionNode> lists(ExpressionNode node) {
    if (node instanceof ExpressionNode.Call call) {
      return call.arguments();
    }
    if (node instanceof ExpressionNode.In in) {
      var parts = new ArrayList<>(in.options());
      parts.add(in.value());
      return parts;
    }
    return node instanceof ExpressionNode.AtLeast atLeast ? atLeast.conditions() : List.of();
  }
}
