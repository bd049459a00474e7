package org.planlock.plan.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.syntax.ExpressionNode;

class EvaluatorTest {
  private static final Map<String, Value> ROW =
      Map.ofEntries(
          Map.entry("T", Value.truth(true)),
          Map.entry("F", Value.truth(false)),
          Map.entry("M", Value.missing("n/a")),
          Map.entry("gone", Value.missing("n/a")),
          Map.entry("age", Value.number(40)),
          Map.entry("x", Value.number(8)),
          Map.entry("zero", Value.number(0)),
          Map.entry("site", Value.text("bochum")),
          Map.entry("arm", Value.text("1")),
          Map.entry("centre", Value.text("01")),
          Map.entry("adherence", Value.number(30, "percent")),
          Map.entry("caps@ses-pre", Value.number(40)),
          Map.entry("caps@ses-post", Value.number(25)));

  private static final class Row implements Environment {
    @Override
    public Value name(String name) {
      return ROW.getOrDefault(name, Value.text(name));
    }

    @Override
    public Value at(String name, String session) {
      return ROW.getOrDefault(name + "@" + session, Value.missing("no such visit"));
    }

    @Override
    public Optional<Value> call(String function, List<ExpressionNode> arguments, Evaluator self) {
      return switch (function) {
        case "share_missing" -> Optional.of(Value.number(0.273));
        case "residual" -> Optional.of(self.value(arguments.get(0)));
        default -> Optional.empty();
      };
    }
  }

  @ParameterizedTest
  @CsvSource({
    "T, T, T, T", "T, F, F, T", "T, M, M, T",
    "F, T, F, T", "F, F, F, F", "F, M, F, M",
    "M, T, M, T", "M, F, F, M", "M, M, M, M"
  })
  void followsKleenesTables(String left, String right, String and, String or) {
    assertThat(value(left + " and " + right)).isEqualTo(ROW.get(and));
    assertThat(value(left + " or " + right)).isEqualTo(ROW.get(or));
  }

  @ParameterizedTest
  @CsvSource({"T, F", "F, T", "M, M"})
  void negatesKleenesThreeValues(String operand, String result) {
    assertThat(value("not " + operand)).isEqualTo(ROW.get(result));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gone = 1",
        "gone < 1",
        "1 != gone",
        "site = gone",
        "gone + 1",
        "1 - gone",
        "gone * 0",
        "0 / gone",
        "gone ^ 0",
        "gone / 0",
        "2 ^ gone",
        "log(gone)",
        "1 < gone",
        "-gone",
        "abs(gone)",
        "mean(x, gone)",
        "median(gone)",
        "min(x, gone)",
        "if(gone > 1, 1, 1)",
        "gone in (1, 2)",
        "x in (1, gone)",
        "gone inside 0 .. 1"
      })
  void letsMissingStayMissing(String text) {
    assertThat(value(text)).isEqualTo(ROW.get("gone"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      1 / 0           | division by zero
      x / (x - 8)     | division by zero
      zero / zero     | division by zero
      log(0)          | logarithm of a number at most zero
      log10(-1)       | logarithm of a number at most zero
      sqrt(-1)        | square root of a number below zero
      exp(1000)       | the result is no finite number
      1e300 * 1e300   | the result is no finite number
      sum(1e308, 1e308) | the result is no finite number
      (-8) ^ 0.5      | this power is no finite number
      0 ^ -1          | this power is no finite number
      percent_change(0, 1) | division by zero
      site + 1        | a number is needed here
      site < 1        | only numbers have an order
      1 < site        | only numbers have an order
      site ^ 2        | a number is needed here
      2 ^ site        | a number is needed here
      1 / site        | a number is needed here
      log(site)       | a number is needed here
      age and T       | a condition is needed here, not a number or a text
      not site        | a condition is needed here, not a number or a text
      unheard(x)      | there is no `unheard` here
      caps at ses-mid | no such visit
      """)
  void saysWhyThereIsNoResult(String text, String reason) {
    assertThat(value(text)).isEqualTo(Value.missing(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      1 + 2 * 3 - 4 / 8             | 6.5
      -2 ^ 2                        | -4
      2 ^ 3 ^ 2                     | 512
      mean(1, 2, 6)                 | 3
      median(5, 1, 3)               | 3
      median(5, 1, 3, 4)            | 3.5
      sum(1, 2, 3)                  | 6
      min(3, -1, 2)                 | -1
      max(3, -1, 2)                 | 3
      round(2.5)                    | 2
      round(3.5)                    | 4
      sqrt(16)                      | 4
      log10(1000)                   | 3
      log(exp(0))                   | 0
      if(x > 7, 1, 2)               | 1
      if(x > 8, 1, 2)               | 2
      count(x > 7, x > 9, gone > 1, T) | 2
      20 % * 50                     | 10
      20 % + 0.1                    | 0.3
      30 % / 10 %                   | 3
      100 * ((caps at ses-pre) - (caps at ses-post)) / caps at ses-pre | 37.5
      residual(caps) at ses-pre - residual(caps) at ses-post | 15
      """)
  void computes(String text, double expected) {
    assertThat(value(text)).isInstanceOf(Value.Number.class);
    assertThat(((Value.Number) value(text)).share()).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      percent_change(40, 25)         | -37.5
      percent_improvement(40, 25)    | 37.5
      percent_change(100, 107)       | 7
      abs(percent_change(40, 25))    | 37.5
      -percent_change(40, 25)        | 37.5
      max(20 %, 30 %)                | 30
      """)
  void countsInPercent(String text, double expected) {
    assertThat(value(text)).isEqualTo(new Value.Number(expected, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age >= 18 years and age <= 70 years",
        "site = bochum",
        "site != marburg",
        "arm = 1",
        "1 = arm",
        "centre != 1",
        "1 != centre",
        "site = \"bochum\"",
        "\"bochum\" = site",
        "site != 1",
        "site in (marburg, bochum)",
        "x in (1, 8)",
        "not (x in (1, 2))",
        "x inside 8 .. 9",
        "x inside 7 .. 8",
        "x outside 9 .. 10",
        "30 % = 0.3",
        "share_missing(imaging) >= 27.3 %",
        "not (share_missing(imaging) > 27.3 %)",
        "percent_improvement(40, 25) > 30 %",
        "percent_improvement(40, 25) < 0.5",
        "adherence = 0.3",
        "adherence >= 30 %",
        "missing(gone)",
        "missing(caps at ses-mid)",
        "not missing(x)",
        "missing(1 / 0)",
        "-0 = 0",
        "(x > 7) = T",
        "at_least 2 of (T, F, T)",
        "not (at_least 2 of (T, F, F))",
        "at_least 1 of (M, T)",
        "not (at_least 2 of (M, F, F))",
        "missing(at_least 2 of (T, M, F))",
        "gone = 1 or x = 8",
        "count(gone > 1) = 0"
      })
  void decidesConditions(String text) {
    assertThat(value(text)).isEqualTo(Value.truth(true));
  }

  @ParameterizedTest
  @CsvSource({
    "gone outside 0 .. 1, COUNTS_AS_INSIDE, F",
    "gone outside 0 .. 1, COUNTS_AS_OUTSIDE, T",
    "gone inside 0 .. 1, COUNTS_AS_INSIDE, T",
    "gone inside 0 .. 1, COUNTS_AS_OUTSIDE, F",
    "gone outside 0 .. 1, UNDECIDED, M",
    "gone outside 0 .. 1, COUNTS_AS_MET, T",
    "gone outside 0 .. 1, COUNTS_AS_NOT_MET, F",
    "x inside 0 .. gone, COUNTS_AS_INSIDE, M",
    "gone > 1, COUNTS_AS_MET, T",
    "gone > 1, COUNTS_AS_NOT_MET, F",
    "gone > 1, COUNTS_AS_INSIDE, M",
    "gone > 1, UNDECIDED, M",
    "x > 1, COUNTS_AS_NOT_MET, T",
  })
  void decidesWhatIsMissingAsTheRuleSays(String text, WhenMissing rule, String result) {
    assertThat(decide(text, rule)).isEqualTo(ROW.get(result));
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTS_AS_INSIDE, F",
    "COUNTS_AS_OUTSIDE, T",
    "COUNTS_AS_MET, T",
    "COUNTS_AS_NOT_MET, F",
    "UNDECIDED, M"
  })
  void countsMissingCriteriaAsTheRuleSays(WhenMissing rule, String result) {
    var text = "at_least 2 of (x outside 0 .. 1, gone outside 0 .. 1, age outside 0 .. 99)";
    assertThat(decide(text, rule)).isEqualTo(ROW.get(result));
  }

  @ParameterizedTest
  @CsvSource({"COUNTS_AS_MET, T", "COUNTS_AS_NOT_MET, F", "UNDECIDED, F"})
  void countsMissingConditionsOnlyWhereTheRuleSays(WhenMissing rule, String result) {
    assertThat(decide("count(gone > 1, x > 1) >= 2", rule)).isEqualTo(ROW.get(result));
  }

  @Test
  void answersEveryWrongNumberOfArguments() {
    for (var function : Functions.in(FunctionSpec.Context.ROW)) {
      if (BuiltIns.contains(function.name())) {
        int wrong = function.repeats() ? 0 : function.parameters().size() + 1;
        var call =
            new ExpressionNode.Call(
                function.name(),
                java.util.Collections.nCopies(wrong, Reading.name("x")),
                Reading.NOWHERE);
        assertThat(new Evaluator(new Row()).value(call))
            .isEqualTo(Value.missing("`" + function.name() + "` has a wrong number of arguments"));
      }
    }
  }

  @Test
  void readsNamesWithinASessionAndTheInnermostSessionWins() {
    var evaluator = new Evaluator(new Row());
    assertThat(value("(caps - caps at ses-post) at ses-pre")).isEqualTo(Value.number(15));
    assertThat(evaluator.at("ses-post").value(Reading.name("caps"))).isEqualTo(Value.number(25));
    assertThat(evaluator.session()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "and", "^"})
  void evaluatesChainsOfAHundredThousandFromEitherSide(String operator) {
    var leaf = Reading.name(operator.equals("and") ? "T" : "one");
    var left = leaf;
    var right = leaf;
    for (int i = 1; i < 100_000; i++) {
      left = Reading.binary(operator, left, leaf);
      right = Reading.binary(operator, leaf, right);
    }
    var evaluator = new Evaluator(new Ones());
    assertThat(evaluator.value(left)).isEqualTo(evaluator.value(right));
    assertThat(evaluator.value(left).isMissing()).isFalse();
  }

  @Test
  void evaluatesDeepCallsAndSigns() {
    ExpressionNode node = Reading.name("one");
    for (int i = 0; i < 50_000; i++) {
      node = new ExpressionNode.Unary("-", node, Reading.NOWHERE);
      node = new ExpressionNode.Call("abs", List.of(node), Reading.NOWHERE);
    }
    assertThat(new Evaluator(new Ones()).value(node)).isEqualTo(Value.number(1));
  }

  private static final class Ones implements Environment {
    @Override
    public Value name(String name) {
      return name.equals("T") ? Value.truth(true) : Value.number(1);
    }

    @Override
    public Value at(String name, String session) {
      return Value.number(1);
    }

    @Override
    public Optional<Value> call(String function, List<ExpressionNode> arguments, Evaluator self) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @EnumSource(WhenMissing.class)
  void neverSettlesWhatIsKnown(WhenMissing rule) {
    assertThat(decide("x > 100", rule)).isEqualTo(Value.truth(false));
  }

  @Test
  void refusesNumbersThatAreNone() {
    assertThat(Value.number(Double.NaN).isMissing()).isTrue();
    assertThat(Value.number(Double.NEGATIVE_INFINITY, "mm").isMissing()).isTrue();
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new Value.Number(Double.NaN, false));
    var huge = new ExpressionNode.Number(new BigDecimal("1e999"), "", Reading.NOWHERE);
    assertThat(new Evaluator(new Row()).value(huge).isMissing()).isTrue();
  }

  private static Value value(String text) {
    return new Evaluator(new Row()).value(Reading.expression(text));
  }

  private static Value decide(String text, WhenMissing rule) {
    return new Evaluator(new Row(), rule).decide(Reading.expression(text));
  }
}
