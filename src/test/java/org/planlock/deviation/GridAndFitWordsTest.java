package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Grids, choices, flags and codes of one model: what was changed, and the words for it. */
final class GridAndFitWordsTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();
  private static final String BOUNDED = "bounds: 0 .. infinity";

  static Stream<Arguments> grids() {
    return Stream.of(
        grid(e -> e.with("lambdaFolds", "own"), "lambda_folds S2: same_values -> own"),
        grid(e -> e.withNumbers("gammas", 0.5, 0.5), "distribution.refit S2: [] -> [0.5]"),
        grid(e -> lambdas(e, "4", "2"), "lambda.values S2: 3 -> 1"),
        grid(e -> lambdas(e, "", ""), "lambda.values S2: 3 -> 0"),
        grid(
            e -> lambdas(e, "4 1 0", "2 1 0"),
            "lambda.to S2: 0.01 * max -> [4, 0]",
            "lambda.spacing S2: log_spaced -> [4, 1, 0]"),
        grid(e -> lambdas(e, "400 40 4", "200 20 2"), "lambda.to S2: 0.01 * max -> [400, 4]"),
        grid(
            e -> lambdas(e, "0.04 0.004 0.0004", "0.02 0.002 0.0002"),
            "lambda.from S2: max -> [0.04, 0.0004]"),
        grid(
            e -> lambdas(e).withNumbers("l1Ratios"),
            "l1_ratio S3: [0.5, 1] -> []",
            "lambda S3: {values: 3, spacing: log_spaced, from: max, to: 0.01 * max,"
                + " ends: both included} -> []"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("grids")
  void aGridThatIsAnotherSaysHow(UnaryOperator<TraceEvent> change, List<String> found) {
    assertThat(STUDY.with(TraceEvents.GRID, "first", change).told())
        .isEqualTo(
            String.join("; ", found.stream().map(f -> "X504 models.first.penalty." + f).toList()));
  }

  @ParameterizedTest(name = "{0} in place of {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "spacing: evenly_spaced | spacing: log_spaced |"
            + " lambda.spacing S3: evenly_spaced -> [4, 0.4, 0.04]",
        "refit: relaxed gamma 0 | refit: none | distribution.refit S3: [0] -> []",
      })
  void aPlanOfAnotherGridIsNotKept(String registered, String used, String found) {
    assertThat(STUDY.planned(used, registered).report().deviations())
        .hasSize(3)
        .first()
        .extracting(d -> SmallStudy.told(new DeviationReport(List.of(d), List.of())))
        .isEqualTo("X504 models.first.penalty." + found);
  }

  @Test
  void whatThePlanLeavesOpenOfAGridIsNotHeldAgainstIt() {
    assertThat(
            STUDY
                .planned(
                    "  lambda: {values: 3, spacing: log_spaced, from: max, to: 0.01 * max}\n", "")
                .with(TraceEvents.GRID, "first", e -> e.with("lambdaFolds", "own"))
                .found())
        .isEmpty();
    assertThat(
            STUDY
                .planned(", refit: none", "")
                .with(TraceEvents.GRID, "first", e -> e.withNumbers("gammas", 0.5, 0.5))
                .found())
        .containsExactly("X504 models.first.penalty.distribution.refit");
    assertThat(STUDY.planned(", refit: none", "").found()).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "l1Ratio | 0.5     | select S3: {l1_ratio: 1, lambda: 0.2} -> {l1_ratio: 0.5, lambda: 0.2}",
        "lambda  | 2       | select S3: {l1_ratio: 1, lambda: 0.2} -> {l1_ratio: 1, lambda: 2}",
        "gamma   | 0.5     | select S3: {l1_ratio: 1, lambda: 0.2} -> {l1_ratio: 1, lambda: 0.2}",
        "turns   | in_turn | select S3: jointly -> in_turn",
        "loss    | absolute_error | loss.of S3: squared_error -> absolute_error",
      })
  void aSelectionThatIsAnotherSaysHow(String field, String value, String found) {
    var changed =
        STUDY.with(
            TraceEvents.SELECTION,
            "first",
            e ->
                value.matches("[0-9.]+")
                    ? e.with(field, Double.parseDouble(value))
                    : e.with(field, value));
    assertThat(changed.told()).isEqualTo("X507 models.first.validate." + found);
  }

  @ParameterizedTest(name = "{0}: l1_ratio {1}, lambda {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "within: 2 absolute, prefer: [smaller l1_ratio, smaller lambda] | 0.5 | 0.04",
        "within: 2 absolute, prefer: [smaller l1_ratio, larger lambda]  | 0.5 | 4",
        "within: 2 absolute, prefer: [larger l1_ratio, smaller lambda]  | 1   | 0.02",
        "within: 0 absolute, prefer: [larger gamma, smaller gamma]      | 1   | 0.2",
      })
  void tiesAreBrokenAsThePlanSays(String ties, double l1Ratio, double lambda) {
    var study =
        STUDY.planned("within: 1e-12 relative, prefer: [larger l1_ratio, larger lambda]", ties);
    var cells = Choice.cells(study.evidence().of(TraceEvents.CV, "first"));
    var validation = study.evidence().models().get(0).validate().stated().orElseThrow();
    var choice = new Choice(validation.select().stated().orElseThrow(), validation.ties().stated());
    assertThat(choice.of(cells).orElseThrow())
        .extracting(Choice.Cell::l1Ratio, Choice.Cell::lambda)
        .containsExactly(l1Ratio, lambda);
  }

  @Test
  void whereThePlanHasNoLossOrTiesNoneIsHeldAgainstTheChoice() {
    assertThat(
            STUDY
                .planned("  loss: {of: squared_error, aggregate: mean over rows}\n", "")
                .with(TraceEvents.CV, "first", e -> e.with("loss", "absolute_error"))
                .found())
        .isEmpty();
    var ties = "  ties: {within: 1e-12 relative, prefer: [larger l1_ratio, larger lambda]}\n";
    assertThat(STUDY.planned(ties, "").found()).isEmpty();
  }

  @ParameterizedTest(name = "{0}, recorded lower {1} and upper {2}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "bounds: none  | none  | none | ''",
        "bounds: none  | null  | null | ''",
        "bounds: none  | [n n] | none | ''",
        "bounds: none  | 0     | none | none -> 0",
        "bounds: none  | [0 0] | none | none -> [0, 0]",
        "bounds: none  | none  | [1 n] | none -> [1, nothing]",
        "bounds: 0 .. infinity | 0     | none  | ''",
        "bounds: 0 .. infinity | [0 0] | [n n] | ''",
        "bounds: 0 .. infinity | -     | none  | untold",
        "bounds: 0 .. infinity | -1    | none  | 0 .. infinity -> -1",
        "bounds: 0 .. infinity | none  | none  | 0 .. infinity -> none",
        "bounds: 0 .. infinity | null  | none  | 0 .. infinity -> nothing",
        "bounds: 0 .. infinity | [0]   | none  | 0 .. infinity -> [0]",
        "bounds: 0 .. infinity | [0 n] | none  | 0 .. infinity -> [0, nothing]",
        "bounds: 0 .. infinity | [0 1] | none  | 0 .. infinity -> [0, 1]",
        "bounds: 0 .. infinity | 0     | 1     | 0 .. infinity -> 1",
        "bounds: as in the pilot | 0   | 1     | ''",
      })
  void boundsAreThoseOfThePlan(String plan, String low, String high, String found) {
    var study =
        STUDY
            .planned("bounds: none", plan)
            .with(
                TraceEvents.FIT,
                e -> limits(limits(e, "lowerLimits", "none"), "upperLimits", "none"))
            .with(TraceEvents.FIT, e -> plan.equals(BOUNDED) ? e.with("lowerLimits", 0) : e)
            .with(
                TraceEvents.FIT,
                "first",
                e -> limits(limits(e, "lowerLimits", low), "upperLimits", high));
    var expected = "X571 models.first.penalty.penalty_factor.bounds S3: " + found;
    var untold = "gap models.first.penalty.penalty_factor.bounds: `lowerLimits` in the event `fit`";
    assertThat(study.told())
        .isEqualTo(found.isEmpty() ? "" : found.equals("untold") ? untold : expected);
  }

  private static TraceEvent limits(TraceEvent event, String field, String text) {
    if (text == null) {
      return SmallStudy.without(event, field);
    }
    return event.with(
        field,
        switch (text.charAt(0)) {
          case 'n' -> text.equals("null") ? TraceValue.missing() : TraceValue.of(text);
          case '[' -> numbers(text.substring(1, text.length() - 1).replace("n", "NaN"));
          default -> TraceValue.of(Double.parseDouble(text));
        });
  }

  @ParameterizedTest(name = "{0}, levels {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "dummy: [0, 1]   | m 0, f 1 | ''",
        "dummy: [0, 1]   | m 0      | ''",
        "dummy: [0, 1]   | m 1, f 0 | {m: 0, f: 1} -> {m: 1, f: 0}",
        "dummy: [0, 1]   | f 2, m 0 | {m: 0, f: 1} -> {f: 2, m: 0}",
        "effect: [-1, 1] | m -1, f 1 | ''",
        "effect: [-1, 1] | m 0, f 1 | {m: -1, f: 1} -> {m: 0, f: 1}",
      })
  void levelsBecomeTheRegisteredNumbers(String code, String learnt, String found) {
    var study = coded(STUDY.planned("dummy: [0, 1]", code), learnt);
    var expected = "X568 data.columns.sex.code S2: " + found;
    var untold = "gap models.first.penalty.penalty_factor.bounds: `lowerLimits` in the event `fit`";
    assertThat(study.told())
        .isEqualTo(found.isEmpty() ? "" : found.equals("untold") ? untold : expected);
  }

  @Test
  void aCodeIsSaidInItsLevels() {
    assertThat(coded(STUDY, "m 1, f 0").report().deviations().get(0).message())
        .isEqualTo("`sex` was coded m 1, f 0, registered was m 0, f 1");
  }

  @ParameterizedTest(name = "{0} in place of {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "levels: [m, f, x] | levels: [m, f]",
        "'' | , reference: m",
        "'' | ', code: {dummy: [0, 1]}'",
      })
  void numbersThatThePlanDoesNotGiveAreNotHeldAgainstLevels(String other, String registered) {
    var study = coded(STUDY.planned(registered, other), "m 1, f 0");
    assertThat(study.found()).noneMatch(found -> found.startsWith("X568"));
  }

  private static SmallStudy coded(SmallStudy study, String text) {
    var levels = new LinkedHashMap<String, TraceValue>();
    for (var level : text.split(", ")) {
      levels.put(level.split(" ")[0], TraceValue.of(Double.parseDouble(level.split(" ")[1])));
    }
    var learnt = new LinkedHashMap<String, TraceValue>();
    learnt.put("sex", TraceValue.fields(levels));
    return study.with(
        e -> e.text("verb").filter("code"::equals).isPresent(),
        e -> e.with("learnt", TraceValue.fields(learnt)));
  }

  private static Arguments grid(UnaryOperator<TraceEvent> change, String... found) {
    return Arguments.of(change, List.of(found));
  }

  private static TraceEvent lambdas(TraceEvent event, String... lines) {
    var sequences = new ArrayList<TraceValue>();
    Stream.of(lines).forEach(line -> sequences.add(numbers(line)));
    return event.with("lambdas", TraceValue.items(sequences));
  }

  private static TraceValue numbers(String text) {
    return TraceValue.numbers(
        Arrays.stream(text.split(" "))
            .filter(word -> !word.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray());
  }
}
