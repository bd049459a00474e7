package org.planlock.plan.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Arithmetic on finite doubles: missing if an operand is, or if there is no finite result. Percents
 * stay percents among themselves under {@code + -} and in means and the like; anywhere else they
 * count as shares.
 */
final class Arithmetic {
  private Arithmetic() {}

  static Value binary(String operator, Value left, Value right) {
    var both = List.of(left, right);
    return switch (operator) {
      case "+" -> alike(both, x -> x[0] + x[1]);
      case "-" -> alike(both, x -> x[0] - x[1]);
      case "*" -> shares(both, x -> x[0] * x[1]);
      case "/" -> divide(left, right);
      default -> power(left, right);
    };
  }

  /** Combines numbers into one of their own kind. */
  static Value alike(List<Value> operands, ToDoubleFunction<double[]> result) {
    boolean percent =
        operands.stream().allMatch(v -> v instanceof Value.Number number && number.percent());
    return percent
        ? Value.number(result.applyAsDouble(values(operands)), true)
        : shares(operands, result);
  }

  /** Combines numbers into a plain one. */
  static Value shares(List<Value> operands, ToDoubleFunction<double[]> result) {
    return obstacle(operands)
        .orElseGet(() -> Value.number(result.applyAsDouble(sharesOf(operands))));
  }

  /** The first operand that is no number, as a missing value. */
  static Optional<Value> obstacle(List<Value> operands) {
    return operands.stream()
        .filter(operand -> !(operand instanceof Value.Number))
        .findFirst()
        .map(found -> found.isMissing() ? found : Value.missing("a number is needed here"));
  }

  private static Value divide(Value left, Value right) {
    return right instanceof Value.Number number && number.value() == 0 && !left.isMissing()
        ? Value.missing("division by zero")
        : shares(List.of(left, right), x -> x[0] / x[1]);
  }

  private static Value power(Value left, Value right) {
    var result = shares(List.of(left, right), x -> StrictMath.pow(x[0], x[1]));
    boolean numbers = left instanceof Value.Number && right instanceof Value.Number;
    return numbers && result.isMissing() ? Value.missing("this power is no finite number") : result;
  }

  private static double[] sharesOf(List<Value> operands) {
    return operands.stream().mapToDouble(v -> ((Value.Number) v).share()).toArray();
  }

  private static double[] values(List<Value> operands) {
    return operands.stream().mapToDouble(v -> ((Value.Number) v).value()).toArray();
  }
}
