package org.planlock.plan.expression;

import org.jspecify.annotations.Nullable;
import org.planlock.syntax.ExpressionNode;

/**
 * An expression of the plan's own small language: total, typed, without input, output or host
 * evaluation. Equal when its canonical text is.
 */
public record Expression(ExpressionNode node, String text) {
  /** The expression of a tree. */
  public static Expression of(ExpressionNode node) {
    return new Expression(node, ExpressionText.of(node));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expression expression && text.equals(expression.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
