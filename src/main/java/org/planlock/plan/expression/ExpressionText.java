package org.planlock.plan.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.planlock.plan.value.Decimal;
import org.planlock.syntax.ExpressionNode;

/**
 * The one spelling of an expression: fewest brackets, single spaces, exact numbers; reading it
 * gives the same tree. Written piece by piece, so that its depth has no limit.
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

  /** What is still to be written: words, or an expression in brackets if it binds too loosely. */
  private sealed interface Piece {
    record Written(String text) implements Piece {}

    record Within(ExpressionNode node, int level) implements Piece {}
  }

  static String of(ExpressionNode whole) {
    var text = new StringBuilder();
    var open = new ArrayDeque<Piece>();
    open.push(new Piece.Within(whole, 0));
    while (!open.isEmpty()) {
      var piece = open.pop();
      if (piece instanceof Piece.Within within) {
        var inside = bracketed(within);
        for (int i = inside.size() - 1; i >= 0; i--) {
          open.push(inside.get(i));
        }
      } else if (piece instanceof Piece.Written written) {
        text.append(written.text());
      }
    }
    return text.toString();
  }

  private static List<Piece> bracketed(Piece.Within piece) {
    return level(piece.node()) < piece.level()
        ? List.of(words("("), new Piece.Within(piece.node(), 0), words(")"))
        : pieces(piece.node());
  }

  private static List<Piece> pieces(ExpressionNode node) {
    if (node instanceof ExpressionNode.Binary binary) {
      return binary(binary);
    }
    if (node instanceof ExpressionNode.Unary unary) {
      boolean not = unary.operator().equals("not");
      return List.of(words(not ? "not " : "-"), within(unary.operand(), not ? NOT : SIGN));
    }
    if (node instanceof ExpressionNode.At at) {
      return List.of(within(at.value(), ATOM), words(" at " + at.session()));
    }
    if (node instanceof ExpressionNode.Range range) {
      return List.of(
          within(range.value(), SUM),
          words(range.inside() ? " inside " : " outside "),
          within(range.low(), SUM),
          words(" .. "),
          within(range.high(), SUM));
    }
    if (node instanceof ExpressionNode.In in) {
      var pieces = new ArrayList<Piece>(List.of(within(in.value(), SUM)));
      pieces.addAll(listed(" in (", in.options()));
      return pieces;
    }
    if (node instanceof ExpressionNode.AtLeast atLeast) {
      return listed("at_least " + atLeast.count() + " of (", atLeast.conditions());
    }
    return node instanceof ExpressionNode.Call call
        ? listed(call.function() + "(", call.arguments())
        : List.of(words(atom(node)));
  }

  private static List<Piece> binary(ExpressionNode.Binary binary) {
    int level = level(binary);
    boolean fromTheRight = level == POWER;
    boolean chains = !fromTheRight && level != COMPARISON;
    return List.of(
        within(binary.left(), chains ? level : level + 1),
        words(" " + binary.operator() + " "),
        within(binary.right(), fromTheRight ? level : level + 1));
  }

  private static List<Piece> listed(String before, List<ExpressionNode> nodes) {
    var pieces = new ArrayList<Piece>();
    var between = before;
    for (var node : nodes) {
      pieces.add(words(between));
      pieces.add(within(node, 0));
      between = ", ";
    }
    pieces.add(words(nodes.isEmpty() ? before + ")" : ")"));
    return pieces;
  }

  private static Piece words(String text) {
    return new Piece.Written(text);
  }

  private static Piece within(ExpressionNode node, int level) {
    return new Piece.Within(node, level);
  }

  private static String atom(ExpressionNode node) {
    if (node instanceof ExpressionNode.Number number) {
      var digits = new Decimal(number.value()).text();
      return number.unit().isEmpty() ? digits : digits + " " + number.unit();
    }
    if (node instanceof ExpressionNode.Name name) {
      return name.name();
    }
    return node instanceof ExpressionNode.Term term
        ? String.join(":", term.parents())
        : quoted(((ExpressionNode.Text) node).text());
  }

  private static String quoted(String text) {
    var escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return '"' + escaped + '"';
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
