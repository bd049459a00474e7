package org.planlock.plan.expression;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Collectors;
import org.planlock.plan.value.Decimal;
import org.planlock.syntax.ExpressionNode;

/**
 * The one spelling of an expression: fewest brackets, single spaces, exact numbers; reading it
 * gives the same tree.
 */
final class ExpressionText {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int SIGN = 7;
  private static final int POWER = 8;
  private static final int SESSION = 9;
  private static final int ATOM = 10;

  private ExpressionText() {}

  static String of(ExpressionNode node) {
    if (node instanceof ExpressionNode.Binary binary) {
      return binary(binary);
    }
    if (node instanceof ExpressionNode.Unary unary) {
      boolean not = unary.operator().equals("not");
      return (not ? "not " : "-") + within(unary.operand(), not ? NOT : SIGN);
    }
    if (node instanceof ExpressionNode.At at) {
      return within(at.value(), SESSION) + " at " + at.session();
    }
    if (node instanceof ExpressionNode.Range range) {
      return within(range.value(), SUM)
          + (range.inside() ? " inside " : " outside ")
          + within(range.low(), SUM)
          + " .. "
          + within(range.high(), SUM);
    }
    if (node instanceof ExpressionNode.In in) {
      return within(in.value(), SUM) + " in (" + list(in.options()) + ")";
    }
    return atom(node);
  }

  private static String atom(ExpressionNode node) {
    if (node instanceof ExpressionNode.Number number) {
      var digits = new Decimal(number.value()).text();
      return number.unit().isEmpty() ? digits : digits + " " + number.unit();
    }
    if (node instanceof ExpressionNode.Name name) {
      return name.name();
    }
    if (node instanceof ExpressionNode.Term term) {
      return String.join(":", term.parents());
    }
    if (node instanceof ExpressionNode.Text text) {
      return '"' + text.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    if (node instanceof ExpressionNode.AtLeast atLeast) {
      return "at_least " + atLeast.count() + " of (" + list(atLeast.conditions()) + ")";
    }
    var call = (ExpressionNode.Call) node;
    return call.function() + "(" + list(call.arguments()) + ")";
  }

  private static String binary(ExpressionNode.Binary binary) {
    var chain = new ArrayDeque<ExpressionNode.Binary>();
    int level = level(binary);
    ExpressionNode first = binary;
    while (first instanceof ExpressionNode.Binary link
        && level(link) == level
        && level != POWER
        && level != COMPARISON) {
      chain.push(link);
      first = link.left();
    }
    if (chain.isEmpty()) {
      boolean power = level == POWER;
      return within(binary.left(), level + 1)
          + " "
          + binary.operator()
          + " "
          + within(binary.right(), power ? level : level + 1);
    }
    var text = new StringBuilder(within(first, level + 1));
    for (var link : chain) {
      text.append(' ').append(link.operator()).append(' ').append(within(link.right(), level + 1));
    }
    return text.toString();
  }

  private static String within(ExpressionNode node, int level) {
    return level(node) < level ? "(" + of(node) + ")" : of(node);
  }

  private static String list(List<ExpressionNode> nodes) {
    return nodes.stream().map(ExpressionText::of).collect(Collectors.joining(", "));
  }

  private static int level(ExpressionNode node) {
    if (node instanceof ExpressionNode.Binary binary) {
      return switch (binary.operator()) {
        case "or" -> OR;
        case "and" -> AND;
        case "+", "-" -> SUM;
        case "*", "/" -> PRODUCT;
        case "^" -> POWER;
        default -> COMPARISON;
      };
    }
    if (node instanceof ExpressionNode.Unary unary) {
      return unary.operator().equals("not") ? NOT : SIGN;
    }
    if (node instanceof ExpressionNode.Number number && number.value().signum() < 0) {
      return SIGN;
    }
    if (node instanceof ExpressionNode.Range || node instanceof ExpressionNode.In) {
      return COMPARISON;
    }
    return node instanceof ExpressionNode.At ? SESSION : ATOM;
  }
}
