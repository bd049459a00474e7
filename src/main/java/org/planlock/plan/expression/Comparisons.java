package org.planlock.plan.expression;

import java.util.List;
import org.planlock.plan.value.Decimal;

/** Comparisons: missing if a side is; a percent is compared with a plain number as a share. */
final class Comparisons {
  private Comparisons() {}

  static Value compare(String operator, Value left, Value right) {
    if (left.isMissing() || right.isMissing()) {
      return left.isMissing() ? left : right;
    }
    if (operator.equals("=") || operator.equals("!=")) {
      return Value.truth(same(left, right) == operator.equals("="));
    }
    if (left instanceof Value.Number a && right instanceof Value.Number b) {
      int order = order(a, b);
      return Value.truth(
          switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
          });
    }
    return Value.missing("only numbers have an order");
  }

  /** Both ends are inside. */
  static Value inside(Value value, Value low, Value high, WhenMissing whenMissing) {
    return value instanceof Value.Missing missing
        ? whenMissing.inside(missing)
        : Logic.and(compare(">=", value, low), compare("<=", value, high));
  }

  static Value in(Value value, List<Value> options) {
    return options.stream()
        .map(option -> compare("=", value, option))
        .reduce(Value.truth(false), Logic::or);
  }

  /** Minus zero is zero; the level {@code 1} is the number 1. */
  private static boolean same(Value left, Value right) {
    if (left instanceof Value.Number a && right instanceof Value.Number b) {
      return order(a, b) == 0;
    }
    if (left instanceof Value.Text text && right instanceof Value.Number number) {
      return isLevel(text.text(), number.value());
    }
    if (left instanceof Value.Number number && right instanceof Value.Text text) {
      return isLevel(text.text(), number.value());
    }
    return left.equals(right);
  }

  /** Whether a level is written as this number; {@code 01} is a word and no number. */
  static boolean isLevel(String level, double number) {
    return Decimal.parse(level).map(read -> read.toDouble() == number).orElse(false);
  }

  private static int order(Value.Number left, Value.Number right) {
    boolean alike = left.percent() == right.percent();
    double a = alike ? left.value() : left.share();
    double b = alike ? right.value() : right.share();
    return a < b ? -1 : a > b ? 1 : 0;
  }
}
