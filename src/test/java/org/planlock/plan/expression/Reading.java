package org.planlock.plan.expression;

import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.ExpressionNode;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.dsl.ExpressionReader;

/** Expressions from text, as a plan gives them. */
final class Reading {
  static final Span NOWHERE = new Span(SourceFile.of("test", ""), 0, 0);

  private Reading() {}

  static Expression expression(String text) {
    var span = new Span(SourceFile.of("test", text), 0, text.codePointCount(0, text.length()));
    return Expression.of(ExpressionReader.read(new PlanNode.Scalar(text, span)).orThrow());
  }

  static ExpressionNode name(String name) {
    return new ExpressionNode.Name(name, NOWHERE);
  }

  static ExpressionNode binary(String operator, ExpressionNode left, ExpressionNode right) {
    return new ExpressionNode.Binary(operator, left, right, NOWHERE);
  }
}
