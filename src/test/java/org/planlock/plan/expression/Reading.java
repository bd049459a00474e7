package org.planlock.plan.expression;

import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.value.Decimal;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.ExpressionNode;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.dsl.ExpressionReader;

/** Expressions from text, as a plan gives them. */
final class Reading {
  static final Span NOWHERE = new Span(SourceFile.of("test", ""), 0, 0);

  private Reading() {}

  static Checked<ExpressionNode> read(String text) {
    var span = new Span(SourceFile.of("test", text), 0, text.codePointCount(0, text.length()));
    return ExpressionReader.read(new PlanNode.Scalar(text, span));
  }

  static Expression expression(String text) {
    return Expression.of(read(text).orThrow());
  }

  static ExpressionNode name(String name) {
    return new ExpressionNode.Name(name, NOWHERE);
  }

  static ExpressionNode binary(String operator, ExpressionNode left, ExpressionNode right) {
    return new ExpressionNode.Binary(operator, left, right, NOWHERE);
  }

  /** The same tree without places, so that trees can be compared whole. */
  static ExpressionNode placeless(ExpressionNode node) {
    if (node instanceof ExpressionNode.Binary b) {
      return binary(b.operator(), placeless(b.left()), placeless(b.right()));
    }
    if (node instanceof ExpressionNode.Unary u) {
      return new ExpressionNode.Unary(u.operator(), placeless(u.operand()), NOWHERE);
    }
    if (node instanceof ExpressionNode.At at) {
      return new ExpressionNode.At(placeless(at.value()), at.session(), NOWHERE);
    }
    if (node instanceof ExpressionNode.Range r) {
      return new ExpressionNode.Range(
          placeless(r.value()), r.inside(), placeless(r.low()), placeless(r.high()), NOWHERE);
    }
    if (node instanceof ExpressionNode.In in) {
      return new ExpressionNode.In(placeless(in.value()), all(in.options()), NOWHERE);
    }
    if (node instanceof ExpressionNode.AtLeast a) {
      return new ExpressionNode.AtLeast(a.count(), all(a.conditions()), NOWHERE);
    }
    if (node instanceof ExpressionNode.Call call) {
      return new ExpressionNode.Call(call.function(), all(call.arguments()), NOWHERE);
    }
    return leaf(node);
  }

  private static ExpressionNode leaf(ExpressionNode node) {
    if (node instanceof ExpressionNode.Number number) {
      return new ExpressionNode.Number(new Decimal(number.value()).value(), number.unit(), NOWHERE);
    }
    if (node instanceof ExpressionNode.Text text) {
      return new ExpressionNode.Text(text.text(), NOWHERE);
    }
    return node instanceof ExpressionNode.Term term
        ? new ExpressionNode.Term(term.parents(), NOWHERE)
        : name(((ExpressionNode.Name) node).name());
  }

  private static List<ExpressionNode> all(List<ExpressionNode> nodes) {
    return nodes.stream().map(Reading::placeless).toList();
  }
}
