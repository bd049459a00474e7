package org.planlock.plan.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** What the functions that need no domain do with their arguments; a wrong number is missing. */
final class BuiltIns {
  private static final Map<String, Function<List<Value>, Value>> KNOWN =
      Map.ofEntries(
          Map.entry("mean", x -> Arithmetic.alike(x, v -> sum(v) / v.length)),
          Map.entry("sum", x -> Arithmetic.alike(x, BuiltIns::sum)),
          Map.entry("min", x -> Arithmetic.alike(x, v -> DoubleStream.of(v).min().orElse(0))),
          Map.entry("max", x -> Arithmetic.alike(x, v -> DoubleStream.of(v).max().orElse(0))),
          Map.entry("median", x -> Arithmetic.alike(x, BuiltIns::median)),
          Map.entry("abs", x -> Arithmetic.alike(x, v -> StrictMath.abs(v[0]))),
          Map.entry("round", x -> Arithmetic.alike(x, v -> StrictMath.rint(v[0]))),
          Map.entry("exp", x -> Arithmetic.shares(x, v -> StrictMath.exp(v[0]))),
          Map.entry("sqrt", x -> partial(x, v -> v >= 0, StrictMath::sqrt, "square root", "below")),
          Map.entry("log", x -> partial(x, v -> v > 0, StrictMath::log, "logarithm", "at most")),
          Map.entry(
              "log10", x -> partial(x, v -> v > 0, StrictMath::log10, "logarithm", "at most")),
          Map.entry("percent_change", x -> percent(x, 1)),
          Map.entry("percent_improvement", x -> percent(x, -1)),
          Map.entry("count", Logic::count),
          Map.entry("missing", x -> Value.truth(x.get(0).isMissing())),
          Map.entry("if", BuiltIns::choose));

  private BuiltIns() {}

  static boolean contains(String function) {
    return KNOWN.containsKey(function);
  }

  static Value call(String function, List<Value> arguments) {
    var fits = Functions.find(function).map(known -> known.takes(arguments.size())).orElse(false);
    return fits
        ? Optional.ofNullable(KNOWN.get(function)).orElseThrow().apply(arguments)
        : Value.missing("`" + function + "` has a wrong number of arguments");
  }

  private static double sum(double[] values) {
    double total = 0;
    for (double value : values) {
      total += value;
    }
    return total;
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static Value partial(
      List<Value> arguments,
      DoublePredicate defined,
      DoubleUnaryOperator result,
      String what,
      String bound) {
    boolean outside =
        arguments.get(0) instanceof Value.Number number && !defined.test(number.value());
    return outside
        ? Value.missing(what + " of a number " + bound + " zero")
        : Arithmetic.shares(arguments, v -> result.applyAsDouble(v[0]));
  }

  private static Value percent(List<Value> beforeAfter, int sign) {
    var change = Arithmetic.binary("-", beforeAfter.get(1), beforeAfter.get(0));
    var hundredfold = Arithmetic.binary("*", Value.number(sign * 100), change);
    var ratio = Arithmetic.binary("/", hundredfold, beforeAfter.get(0));
    return ratio instanceof Value.Number number ? Value.number(number.value(), true) : ratio;
  }

  private static Value choose(List<Value> arguments) {
    var condition = Logic.condition(arguments.get(0));
    if (condition.isMissing()) {
      return condition;
    }
    return arguments.get(Logic.isMet(condition) ? 1 : 2);
  }
}
