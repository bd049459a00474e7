package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Each word of a penalty and of a selection, against a trace in which it is another. */
final class PenaltyWordsTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();
  private static final String GRID = "{values: 3, spacing: log_spaced, from: max, to: 0.01 * max}";
  private static final String FORMULA =
      "lambda_max: {formula: \"max_abs(x'(y - mean(y))) / (n * l1_ratio)\", using: analysis_set, per: [model]}";
  private static final String PENALTY = "models.first.penalty.";

  /** Sequences by glmnet's rules; the first model's ended early. */
  private static SmallStudy own() {
    return STUDY
        .planned(
            FORMULA,
            "lambda_max: {formula: glmnet, using: analysis_set}\n"
                + "  lambda_folds: {values: own, interpolation: linear, early_stop: glmnet}")
        .planned(GRID, "{values: 5, spacing: log_spaced, from: max, to: 1e-4 * max}")
        .with(
            TraceEvents.GRID,
            grid ->
                grid.with("lambdaFolds", "own")
                    .with("count", 5)
                    .withNumbers("smallestRatio", 1e-4, 1e-4));
  }

  @Test
  void anOwnSequenceMayEndEarly() {
    assertThat(own().found()).isEmpty();
  }

  @Test
  void anOwnSequenceHasItsRegisteredLengthAndShare() {
    assertThat(first(own(), "count", TraceValue.of(7.0)).found())
        .containsExactly("X504 " + PENALTY + "lambda.values");
    assertThat(first(own(), "smallestRatio", TraceValue.numbers(1e-2, 1e-4)).found())
        .containsExactly("X504 " + PENALTY + "lambda.to");
    var steeper = own().planned("to: 1e-4 * max", "to: \"1e-3 * max when n < p, else 1e-4 * max\"");
    assertThat(first(steeper, "smallestRatio", TraceValue.numbers(1e-3, 1e-4)).found())
        .contains("X504 models.second.penalty.lambda.to")
        .doesNotContain("X504 " + PENALTY + "lambda.to");
  }

  /** The columns of the design and of the fit are two numbers: whether n < p is not known. */
  @Test
  void theShareOfAFitOfWhichTwoWidthsAreToldIsNotJudged() {
    var wide =
        falling(4, 0.4, 0.04)
            .planned("to: 1e-4 * max", "to: \"1e-4 * max when n < p, else 1e-3 * max\"");
    var steeper = first(wide, "smallestRatio", TraceValue.numbers(1e-4, 1e-3));
    assertThat(steeper.found()).contains("X504 " + PENALTY + "lambda.to");
    var narrower =
        steeper.with(
            TraceEvents.DESIGN, "first", design -> design.withTexts("columns", List.of("age")));
    assertThat(narrower.found())
        .contains("X505 models.first.terms")
        .doesNotContain("X504 " + PENALTY + "lambda.to");
  }

  /** From 4, a tenth at each step: the registered fall to 1e-4 in four steps, ended after two. */
  @Test
  void anOwnSequenceFallsAsRegistered() {
    assertThat(falling(4, 0.4, 0.04).found()).isEmpty();
    assertThat(falling(4, 2, 1, 0.5).found()).containsExactly("X504 " + PENALTY + "lambda.to");
    assertThat(falling(4, 2, 0.04).found()).containsExactly("X504 " + PENALTY + "lambda.spacing");
    assertThat(falling(4, 0.4, 4e-2, 4e-3, 4e-4, 4e-5).found())
        .containsExactly("X504 " + PENALTY + "lambda.values");
    var elsewhere = first(falling(4, 0.4, 0.04), "lambdaMax", TraceValue.numbers(5, 2));
    assertThat(elsewhere.found()).containsExactly("X504 " + PENALTY + "lambda.from");
  }

  /** The sequence of l1Ratio 0.5 is this one; that of l1Ratio 1 stays. */
  private static SmallStudy falling(double... lambdas) {
    var lines = List.of(TraceValue.numbers(lambdas), TraceValue.numbers(2, 0.2, 0.02));
    return first(own(), "lambdas", TraceValue.items(lines));
  }

  @Test
  void sequencesOfAnotherKindAreToldOnce() {
    assertThat(first(own(), "lambdaFolds", TraceValue.of("same_values")).found())
        .containsExactly("X504 " + PENALTY + "lambda_folds");
    assertThat(first(STUDY, "lambdaFolds", TraceValue.of("own")).found())
        .containsExactly("X504 " + PENALTY + "lambda_folds");
  }

  @Test
  void relaxedFitsHaveTheirRegisteredGammas() {
    var relaxed = STUDY.planned("refit: none", "refit: \"relaxed gamma 0, 1\"");
    assertThat(relaxed.found())
        .containsExactly(
            "X504 models.first.penalty.distribution.refit",
            "X504 models.second.penalty.distribution.refit",
            "X504 models.third.penalty.distribution.refit");
  }

  @Test
  void glmnetsPassesEndByTheirThreshold() {
    var passes =
        STUDY
            .planned("objective: glmnet", "objective: glmnet\n  solve: glmnet")
            .with(
                TraceEvents.FIT,
                fit ->
                    fit.with("solve", "glmnet").with("threshold", 1e-7).with("maxPasses", 100_000));
    assertThat(passes.found()).isEmpty();
    assertThat(fit(passes, "threshold", TraceValue.of(1e-6)).found())
        .containsExactly("X516 " + PENALTY + "passes.threshold");
    assertThat(fit(passes, "maxPasses", TraceValue.of(10.0)).found())
        .containsExactly("X516 " + PENALTY + "passes.most");
    assertThat(fit(passes, "solve", TraceValue.of("exact")).found())
        .containsExactly("X516 " + PENALTY + "solve");
  }

  @Test
  void boundsAndExcludedTermsAreThoseOfThePlan() {
    var held =
        STUDY
            .planned("bounds: none", "bounds: 0 .. infinity for clinical and -1 .. 1 for age")
            .planned("unpenalised: [age]", "unpenalised: [age], excluded: [sex]")
            .with(
                TraceEvents.FIT,
                fit -> {
                  var columns = fit.texts("columns").orElseThrow();
                  return fit.with("lowerLimits", limits(columns, true))
                      .with("upperLimits", limits(columns, false))
                      .withTexts("excluded", columns.stream().filter("sex"::equals).toList());
                });
    assertThat(held.found()).isEmpty();
    assertThat(fit(held, "lowerLimits", TraceValue.of("none")).found())
        .containsExactly("X571 " + PENALTY + "penalty_factor.bounds");
    assertThat(fit(held, "upperLimits", TraceValue.numbers(1, 5)).found())
        .containsExactly("X571 " + PENALTY + "penalty_factor.bounds");
    assertThat(fit(held, "excluded", TraceValue.texts(List.of())).found())
        .containsExactly("X571 " + PENALTY + "penalty_factor.excluded");
  }

  @Test
  void theLossAndTheOrderOfTheChoiceAreThoseOfThePlan() {
    assertThat(STUDY.with(TraceEvents.CV, "first", e -> e.with("loss", "absolute_error")).found())
        .containsExactly("X507 models.first.validate.loss.of");
    assertThat(STUDY.with(TraceEvents.SELECTION, "first", e -> e.with("turns", "in_turn")).found())
        .containsExactly("X507 models.first.validate.select");
  }

  /** Within l1_ratio 0.5 the sparsest near the minimum is the first cell, within 1 the second. */
  @Test
  void inTurnTakesLambdaFirst() {
    var turns =
        STUDY
            .planned("{minimum: jointly,", "{one_standard_error: in_turn,")
            .with(
                TraceEvents.SELECTION,
                e -> e.with("rule", "one_standard_error").with("turns", "in_turn"));
    assertThat(turns.found()).isEmpty();
  }

  private static TraceValue limits(List<String> columns, boolean lower) {
    return TraceValue.items(
        columns.stream()
            .map(
                column ->
                    column.equals("age")
                        ? TraceValue.of(lower ? -1.0 : 1.0)
                        : column.equals("sex") && lower ? TraceValue.of(0.0) : TraceValue.missing())
            .toList());
  }

  private static SmallStudy first(SmallStudy study, String field, TraceValue value) {
    return study.with(TraceEvents.GRID, "first", grid -> grid.with(field, value));
  }

  private static SmallStudy fit(SmallStudy study, String field, TraceValue value) {
    return study.with(TraceEvents.FIT, "first", (TraceEvent fit) -> fit.with(field, value));
  }
}
