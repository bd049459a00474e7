package org.planlock.plan.check;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.plan.expression.Expression;
import org.planlock.source.Span;
import org.planlock.syntax.ExpressionNode;

/**
 * One comparison of a quantity with a number, such as {@code age >= 18 years}; a negated one is
 * turned round.
 */
record Atom(String quantity, String operator, BigDecimal number, String unit, Span span) {
  private static final List<String> ORDERS = List.of("<", "<=", ">", ">=");

  /** The comparisons in an expression, as they are written. */
  static List<Atom> in(Expression expression) {
    return PlanExpressions.nodes(expression.node())
        .flatMap(node -> of(node, false).stream())
        .toList();
  }

  /**
   * The comparisons that must all hold where a condition holds, or nothing if it also says
   * something else.
   */
  static Optional<List<Atom>> all(ExpressionNode condition) {
    var atoms = new ArrayList<Atom>();
    var waiting = new ArrayDeque<ExpressionNode>(List.of(condition));
    while (!waiting.isEmpty()) {
      var next = waiting.pop();
      if (next instanceof ExpressionNode.Binary both && both.operator().equals("and")) {
        waiting.push(both.right());
        waiting.push(both.left());
      } else {
        var atom = of(next, false);
        if (atom.isEmpty()) {
          return Optional.empty();
        }
        atoms.add(atom.get());
      }
    }
    return Optional.of(atoms);
  }

  /** The comparison that a node is, if it is one. */
  static Optional<Atom> of(ExpressionNode node, boolean negated) {
    if (!(node instanceof ExpressionNode.Binary binary) || !ORDERS.contains(binary.operator())) {
      return Optional.empty();
    }
    if (number(binary.right()).isPresent() && number(binary.left()).isEmpty()) {
      return Optional.of(atom(binary.left(), binary.operator(), binary.right(), binary, negated));
    }
    return number(binary.left()).isPresent() && number(binary.right()).isEmpty()
        ? Optional.of(
            atom(binary.right(), mirrored(binary.operator()), binary.left(), binary, negated))
        : Optional.empty();
  }

  /** The number that a node is, its sign included. */
  static Optional<BigDecimal> number(ExpressionNode node) {
    if (node instanceof ExpressionNode.Number number) {
      return Optional.of(number.value());
    }
    return node instanceof ExpressionNode.Unary minus && minus.operator().equals("-")
        ? number(minus.operand()).map(BigDecimal::negate)
        : Optional.empty();
  }

  /** Whether it holds for small numbers. */
  boolean isBelow() {
    return operator.startsWith("<");
  }

  /** Whether the number itself is on the side of the smaller ones. */
  boolean putsNumberBelow() {
    return isBelow() != isStrict();
  }

  /** Whether the number itself is left out. */
  boolean isStrict() {
    return operator.length() == 1;
  }

  private static Atom atom(
      ExpressionNode quantity,
      String operator,
      ExpressionNode number,
      ExpressionNode whole,
      boolean negated) {
    return new Atom(
        Expression.of(quantity).text(),
        negated ? opposite(operator) : operator,
        number(number).orElseThrow().stripTrailingZeros(),
        unit(number),
        whole.span());
  }

  private static String unit(ExpressionNode number) {
    return number instanceof ExpressionNode.Number plain
        ? plain.unit()
        : unit(((ExpressionNode.Unary) number).operand());
  }

  private static String mirrored(String operator) {
    return (operator.startsWith("<") ? ">" : "<") + operator.substring(1);
  }

  private static String opposite(String operator) {
    var turned = operator.startsWith("<") ? ">" : "<";
    return operator.length() == 1 ? turned + "=" : turned;
  }
}
