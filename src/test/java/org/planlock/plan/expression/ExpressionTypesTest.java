package org.planlock.plan.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.plan.expression.FunctionSpec.Context;
import org.planlock.syntax.ExpressionNode;

class ExpressionTypesTest {
  private static final class Study implements Names {
    private static final Map<String, ValueType> VALUES =
        Map.ofEntries(
            Map.entry("caps", ValueType.number(Unit.parse("points"))),
            Map.entry("cpt", ValueType.score(Unit.parse("points"))),
            Map.entry("age", ValueType.number(Unit.parse("years"))),
            Map.entry("rt", ValueType.number(Unit.parse("s"))),
            Map.entry("share", ValueType.number(Unit.NONE)),
            Map.entry("adherence", ValueType.number(Unit.PERCENT)),
            Map.entry("loose", ValueType.number()),
            Map.entry("site", ValueType.levels(List.of("bochum", "marburg", "age"))),
            Map.entry("arm", ValueType.levels(List.of("0", "1"))),
            Map.entry("note", ValueType.text()),
            Map.entry("whatever", ValueType.unknown()),
            Map.entry("coefficient", ValueType.number(Unit.parse("points per sd"))));

    @Override
    public Optional<ValueType> value(String name) {
      return Optional.ofNullable(VALUES.get(name));
    }

    @Override
    public Set<String> all(Role role) {
      return switch (role) {
        case VALUE -> VALUES.keySet();
        case SET -> Set.of("imaging");
        case MEASURE -> Set.of("bold");
        case MODEL -> Set.of("m1", "m2");
        case TERM -> Set.of("d_x", "d_x:group", "age");
        case HYPOTHESIS -> Set.of("H1");
        case SESSION -> Set.of("ses-pre", "ses-post");
      };
    }

    @Override
    public Set<String> terms(String modelName) {
      return modelName.equals("m1") ? Set.of("d_x", "d_x:group") : Set.of("age");
    }

    @Override
    public Occasion occasion(String name) {
      return switch (name) {
        case "caps" -> Occasion.PER_SESSION;
        case "age", "site" -> Occasion.ONCE;
        default -> Occasion.OPEN;
      };
    }

    @Override
    public Optional<Unit> unit(String function, List<String> arguments) {
      return function.equals("coefficient")
          ? Optional.of(Unit.parse("points per sd"))
          : Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age >= 18 years and age <= 70 years",
        "missing(caps at ses-pre) or missing(caps at ses-post)",
        "share_missing(imaging) > 30 %",
        "share_missing(imaging) > 0.3",
        "share_missing(cpt, caps) > 0.3",
        "mean_fd(run) > 0.9 mm",
        "site = bochum",
        "site = \"age\"",
        "site in (bochum, marburg)",
        "arm = 1",
        "arm != \"0\"",
        "note = motion",
        "whatever = motion and whatever > 3 and whatever",
        "at_least 2 of (cpt outside 0 .. 27.21, cpt > 3, loose inside 1 mm .. 2 mm)",
        "count(cpt > 3, site = bochum) >= 2",
        "age inside 18 .. 70 years",
        "caps at ses-pre - caps at ses-post > 0",
        "age / 10 years > 1.5",
        "age * 2 > 36 years",
        "rt * rt < 4 s^2",
        "log(rt) < 3",
        "percent_change(caps at ses-pre, caps at ses-post) < -30 %",
        "percent_change(1, 2) > share",
        "adherence * 10 years > age",
        "loose > 3 and loose > 3 mm",
        "residual(bold) at ses-post > residual(bold) at ses-pre",
        "if(age > 18 years, age, 3 years) > 5 years",
        "if(arm = 1, site, site) = bochum",
        "(age > 3 years) = (cpt > 3)",
        "-rt < 1 s",
        "mean(caps at ses-pre, caps at ses-post) < 10 points",
        "(caps - 3 points) at ses-pre < 10 points",
        "if(arm = 1, whatever, site) = bochum",
        "if(arm = 1, site, whatever) = bochum",
        "if(arm = 1, note, note) = motion",
        "site = note",
        "site = whatever",
        "motion = note",
        "3 = whatever",
        "note = whatever",
        "whatever = note",
        "whatever + 1 > 3",
        "1 + whatever > 3",
        "whatever inside 1 .. 2",
        "1 inside whatever .. 2",
        "1 inside 0 .. whatever",
        "3 < whatever",
        "loose + rt > 1 s",
        "rt + loose > 1 s",
        "adherence + loose > 1 %",
        "loose + adherence > 1 %",
        "loose = rt",
        "(cpt > 3) != (age > 3 years)",
        "missing(age) = missing(cpt)"
      })
  void acceptsConditionsOnRows(String text) {
    assertThat(rows().condition(Reading.expression(text)).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coefficient(m1, d_x) >= 0.5 points per sd and p_holm(H1) <= 0.05",
        "coefficient(m1, d_x:group) <= -0.5 points per sd",
        "fold_share(m1, d_x, positive) >= 0.9 and cv_r2(m1) > 0 and in_sample_r2(m1) > nested_r2(m1)",
        "verdict(H1) = corroborated",
        "retained(m2, age)",
        "cv_mse(m1) < cv_mse(m2)",
        "n(m1) >= 20",
        "abs(coefficient) > 1e-8 points per sd"
      })
  void acceptsConditionsOnResults(String text) {
    assertThat(results().condition(Reading.expression(text)).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      age and cpt > 3            | P223 | `and` needs a condition, and `age` is a number in years | compare it with something, as in `age >= 18 years`
      not age                    | P223 | `not` needs a condition, and `age` is a number in years |
      age                        | P223 | this place needs a condition, and `age` is a number in years |
      at_least 1 of (age)        | P223 | `at_least` needs a condition, and `age` is a number in years |
      count(age) > 1             | P223 | `count` needs a condition, and `age` is a number in years |
      site > 3                   | P223 | `>` needs a number, and `site` is a level |
      site + 1 > 3               | P223 | `+` needs a number, and `site` is a level |
      -site > 3                  | P223 | `-` needs a number, and `site` is a level |
      mean(age, site) > 3 years  | P223 | `mean` needs a number, and `site` is a level |
      (age > 3 years) + 1 > 3    | P223 | `+` needs a number, and `age > 3 years` is a condition | `count(…)` makes a number of conditions
      site inside 1 .. 2         | P223 | `inside` needs a number, and `site` is a level |
      age = "old"                | P223 | `age` is a number in years, and `"old"` is a text |
      note = 3                   | P223 | `note` is a text, and `3` is a number |
      site = (cpt > 3)           | P228 | a comparison is compared: `cpt > 3` is no number |
      site = missing(cpt)        | P223 | `site` is a level, and `missing(cpt)` is a condition |
      missing(age) = 3           | P223 | `missing(age)` is a condition, and `3` is a number |
      (missing(age) and missing(rt)) = 3 | P223 | `missing(age) and missing(rt)` is a condition, and `3` is a number |
      (cpt > 3) = 3              | P228 | a comparison is compared: `cpt > 3` is no number |
      if(arm = 1, note, site) = 1 | P223 | `if` gives a text or a level | both ways must give values of one kind
      rt < 3 mm                  | P226 | `rt` is in `s`, and `3 mm` is in `mm` |
      rt < -(age)                | P226 | `rt` is in `s`, and `-age` is in `years` |
      rt < 3 furlongs            | P226 | `rt` is in `s`, and `3 furlongs` is in `furlongs` |
      cpt < 3 s                  | P226 | `cpt` is in `points`, and `3 s` is in `s` |
      site = age                 | P223 | `age` is a level of `site` and also the name of a column or variable | write the level in quotes: `"age"`
      imaging > 3                | P223 | `imaging` is a set, not a value |
      if(arm = 1, age, site) = 1 | P223 | `if` gives a number in years or a level | both ways must give values of one kind
      share_missing(1 + 2) > 0.1 | P223 | `share_missing` takes a set, column or variable here, not `1 + 2` | it is written `share_missing(columns, …)`
      aeg > 3 years              | P220 | there is no column or variable `aeg` | did you mean `age`?
      missing > 3                | P220 | there is no column or variable `missing` | the function is written `missing(value)`
      bochum = 3                 | P220 | there is no column or variable `bochum` |
      age = young                | P220 | there is no column or variable `young` |
      mean_fd(ruin) > 1 mm       | P220 | `ruin` is not `run` that `mean_fd` can take | did you mean `run`?
      residual(bolt) > 1         | P220 | `bolt` is not a measure that `residual` can take | did you mean `bold`?
      men(age) > 3 years         | P221 | there is no function `men` | did you mean `mean`?
      system(age) > 3            | P221 | there is no function `system` |
      cv_r2(m1) > 0              | P221 | `cv_r2` cannot stand here |
      abs(age, age) > 3 years    | P222 | `abs` takes 1 argument, and 2 are given | it is written `abs(number)`: size without sign
      mean() > 3                 | P222 | `mean` takes at least 1 argument, and 0 are given |
      caps at ses-pro > 3 points | P224 | there is no session `ses-pro` | did you mean `ses-pre`?
      site = bochm               | P225 | `bochm` is no level of `site` | did you mean `bochum`?
      site in (bochum, kiel)     | P225 | `kiel` is no level of `site` |
      arm = 2                    | P225 | `2` is no level of `arm` |
      "x" = arm                  | P225 | `x` is no level of `arm` |
      age > 30 mm                | P226 | `age` is in `years`, and `30 mm` is in `mm` | bring both to one unit, or correct the unit that is declared
      age + rt > 3 years         | P226 | `age` is in `years`, and `rt` is in `s` |
      rt < 900 ms                | P226 | `rt` is in `s`, and `900 ms` is in `ms` | write `0.9 s`
      rt < 2 min                 | P226 | `rt` is in `s`, and `2 min` is in `min` | write `120 s`
      age > share                | P226 | `share` has no unit, and `age` is in `years` |
      age inside 18 mm .. 70 years | P226 | `age` is in `years`, and `18 mm` is in `mm` |
      percent_change(age, rt) > 3 % | P226 | `age` is in `years`, and `rt` is in `s` |
      1 < cpt < 3                | S115 | |
      (1 < cpt) < 3              | P228 | a comparison is compared: `1 < cpt` is no number | write `a < b and b < c`, or `b inside a .. c` with both ends inside
      3 > (cpt = 2)              | P228 | a comparison is compared: `cpt = 2` is no number |
      caps > 3 points            | P229 | `caps` has a value at each session, and none is named | write `caps at ses-post`
      age at ses-pre > 3 years   | P229 | `age` has one value per participant, not one at each session | leave out `at ses-pre`
      (caps at ses-pre) at ses-post > 3 points | P229 | this is said to be at `ses-pre` and at `ses-post` |
      """)
  void refusesOnRows(String text, String code, String message, String help) {
    if (code.equals("S115")) {
      assertThat(Reading.read(text).isSound()).isFalse();
      return;
    }
    var found = rows().condition(Reading.expression(text)).diagnostics();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).rule().code()).isEqualTo(code);
    assertThat(found.get(0).message()).isEqualTo(message);
    if (help != null) {
      assertThat(found.get(0).helps()).contains(help);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      coefficient(m3, d_x) > 0     | P220 | did you mean `m1`?
      coefficient(m2, d_x) > 0     | P220 |
      coefficient(m1, d_x:grup) > 0 | P220 | did you mean `d_x:group`?
      fold_share(m1, d_x, positiv) > 0.9 | P220 | did you mean `positive`?
      p_holm(H2) < 0.05            | P220 | did you mean `H1`?
      verdict(H1) = coroborated    | P225 | did you mean `corroborated`?
      coefficient(m1) > 0          | P222 | it is written `coefficient(model, term)`: coefficient of the final fit
      coefficient(m1, d_x) > 0.5 mm | P226 |
      residual(bold) > 0           | P221 |
      verdict(H1) and retained(m2, age) | P223 |
      """)
  void refusesOnResults(String text, String code, String help) {
    var found = results().condition(Reading.expression(text)).diagnostics();
    assertThat(found).extracting(d -> d.rule().code()).containsExactly(code);
    if (help != null) {
      assertThat(found.get(0).helps()).contains(help);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      age > 18                 | write `18 years`
      18 < age                 | write `18 years`
      age + 5 > 18 years       | write `5 years`
      age > -18                | write `-18 years`
      adherence > 30           | write `30 %`, or the share as a percent
      percent_change(1, 2) > 3 | write `3 %`, or the share as a percent
      share_missing(imaging) inside 0.1 .. 0.2 and adherence inside 20 .. 30 % | write `20 %`, or the share as a percent
      """)
  void warnsOfBareNumbersBesideAUnit(String text, String help) {
    var found = rows().condition(Reading.expression(text)).diagnostics();
    assertThat(found).extracting(Diagnostic::rule).containsExactly(Rule.UNIT_MISSING);
    assertThat(found.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(found.get(0).helps()).containsExactly(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      caps at ses-pre - caps at ses-post | points
      100 * ((caps at ses-pre) - (caps at ses-post)) / caps at ses-pre | ''
      percent_improvement(caps at ses-pre, caps at ses-post) | %
      age * rt                  | s*years
      caps at ses-pre / age     | points per years
      1 / rt                    | 1 per s
      rt ^ 2                    | s^2
      rt ^ 0.5                  | ''
      adherence + share         | ''
      adherence - 10 %          | %
      adherence * 10 years      | years
      abs(rt)                   | s
      age + 0                   | years
      rt * adherence            | s
      rt / adherence            | s
      adherence / 10 %          | ''
      adherence * adherence     | ''
      adherence ^ 2             | ''
      rt ^ age                  | ''
      rt ^ 0                    | ''
      rt ^ 2 / rt               | s
      0 + age                   | years
      10 % + share              | ''
      """)
  void infersUnits(String text, String unit) {
    var type = rows().quantity(Reading.expression(text)).orThrow();
    assertThat(type).isInstanceOf(ValueType.Number.class);
    assertThat(((ValueType.Number) type).unit().map(Unit::text)).contains(unit);
  }

  @Test
  void leavesOpenWhatThePlanLeavesOpen() {
    for (var text : List.of("loose * rt", "rt / loose", "loose ^ 2", "mean(loose, loose)")) {
      var type = rows().quantity(Reading.expression(text)).orThrow();
      assertThat(((ValueType.Number) type).unit()).as(text).isEmpty();
      assertThat(((ValueType.Number) type).hasUnit()).isFalse();
      assertThat(((ValueType.Number) type).isPlain()).isFalse();
    }
  }

  @Test
  void readsUnitsInAnySpelling() {
    assertThat(Unit.parse("s*s")).isEqualTo(Unit.parse("s^2"));
    assertThat(Unit.parse("percent")).isEqualTo(Unit.PERCENT);
    assertThat(Unit.parse("mm per mm")).isEqualTo(Unit.NONE);
    assertThat(Unit.parse("1/s")).isEqualTo(Unit.parse("1 per s"));
    assertThat(Unit.parse("mm^2/s").text()).isEqualTo("mm^2 per s");
  }

  @Test
  void equalTextIsAnEqualExpression() {
    assertThat(Reading.expression("age>3")).isEqualTo(Reading.expression("age  >  3"));
    assertThat(Reading.expression("age > 3")).isNotEqualTo(Reading.expression("age > 4"));
    assertThat((Object) Reading.expression("age")).isNotEqualTo("age");
  }

  @Test
  void wantsAValueWhereAVariableIsMade() {
    assertThat(rows().quantity(Reading.expression("age > 3 years")).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("this place needs a value, and `age > 3 years` is a condition");
    assertThat(rows().quantity(Reading.expression("site")).orThrow())
        .isInstanceOf(ValueType.Levels.class);
    assertThat(rows().value(Reading.expression("age > 3 years")).isSound()).isTrue();
  }

  @Test
  void reportsBothWordsWhereNeitherSideIsAColumn() {
    assertThat(rows().value(Reading.expression("bochum = marburg")).diagnostics())
        .extracting(d -> d.rule().code())
        .containsExactly("P220", "P220");
  }

  @Test
  void pointsOutLettersThatLookLikeOthers() {
    var cyrillic = Expression.of(Reading.name("\u0430ge"));
    var found = rows().value(cyrillic).diagnostics().get(0);
    assertThat(found.rule()).isEqualTo(Rule.UNKNOWN_NAME);
    assertThat(found.helps()).containsExactly("did you mean `age`?");
    assertThat(found.notes()).contains("it looks like the letter `a` but is another one");
  }

  @Test
  void reportsAllMistakesAtOnceAndNoErrorBehindWarnings() {
    var warnings = "age > 1 and ".repeat(30);
    var found = rows().condition(Reading.expression(warnings + "aeg > 1 and cpt > 3 mm"));
    assertThat(found.diagnostics())
        .filteredOn(Diagnostic::isError)
        .extracting(d -> d.rule().code())
        .containsExactly("P220", "P226");
    assertThat(found.isSound()).isFalse();
  }

  static Stream<Arguments> wrongCounts() {
    return Stream.of(Context.values())
        .flatMap(
            context ->
                Functions.in(context).stream()
                    .flatMap(
                        f ->
                            Stream.of(0, 1, 2, 3, 4)
                                .filter(n -> !f.takes(n))
                                .map(n -> Arguments.of(context, f, n))));
  }

  @ParameterizedTest
  @MethodSource("wrongCounts")
  void refusesEveryWrongNumberOfArguments(Context context, FunctionSpec function, int given) {
    var call =
        new ExpressionNode.Call(
            function.name(), Collections.nCopies(given, Reading.name("age")), Reading.NOWHERE);
    var found = new ExpressionTypes(context, new Study()).value(Expression.of(call));
    assertThat(found.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.WRONG_ARGUMENTS);
  }

  @ParameterizedTest
  @CsvSource({"+, rt", "and, ok", "*, share"})
  void typesChainsOfAHundredThousand(String operator, String name) {
    ExpressionNode leaf =
        name.equals("ok") ? Reading.expression("cpt > 3").node() : Reading.name(name);
    var left = leaf;
    var right = leaf;
    for (int i = 1; i < 100_000; i++) {
      left = Reading.binary(operator, left, leaf);
      right = Reading.binary(operator, leaf, right);
    }
    assertThat(rows().value(Expression.of(left)).diagnostics()).isEmpty();
    assertThat(rows().value(Expression.of(right)).diagnostics()).isEmpty();
  }

  private static ExpressionTypes rows() {
    return new ExpressionTypes(Context.ROW, new Study());
  }

  private static ExpressionTypes results() {
    return new ExpressionTypes(Context.RESULT, new Study());
  }
}
