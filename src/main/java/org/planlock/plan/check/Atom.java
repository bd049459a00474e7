package org.planlock.plan.check;

import java.math.BigDecimal;
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

  /** The comparisons in an expression; those under a negation say what then holds. */
  static List<Atom> in(Expression expression, boolean negated) {
    var atoms = new ArrayList<Atom>();
    collect(expression.node(), negated, atoms);
    return atoms;
  }

  /**
   * The comparisons that must all hold where a condition holds, or nothing if it also says
   * something else.
   */
  static Optional<List<Atom>> all(ExpressionNode condition) {
    if (condition instanceof ExpressionNode.Binary both && both.operator().equals("and")) {
      var left = all(both.left());
      var right = all(both.right());
      if (left.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      var joined = new ArrayList<>(left.get());
      joined.addAll(right.get());
      return Optional.of(joined);
    }
    return of(condition, false).map(List::of);
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

  /** Whether the number itself is left out. */
  boolean isStrict() {
    return operator.length() == 1;
  }

  private static void collect(ExpressionNode node, boolean negated, List<Atom> atoms) {
    var atom = of(node, negated);
    if (atom.isPresent()) {
      atoms.add(atom.get());
      return;
    }
    boolean turned =
        negated ^ (node instanceof ExpressionNode.Unary not && not.operator().equals("not"));
    PlanExpressions.children(node).forEach(child -> collect(child, turned, atoms));
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
