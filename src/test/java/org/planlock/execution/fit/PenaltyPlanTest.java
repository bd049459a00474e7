package org.planlock.execution.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.result.CvCurve;
import org.planlock.execution.result.ModelResult;

/** What a plan says of its penalty, in fits of eight rows and three columns. */
final class PenaltyPlanTest {
  private static final String PENALTY = EightRows.PENALTY;
  private static final String VALIDATE = EightRows.VALIDATE;

  @Test
  void startsTheGridWhereNothingEnters() {
    var curve = curves(fit(PENALTY, VALIDATE)).get(1);
    assertThat(curve.lambda().get(0)).isCloseTo((226.0 - 4.5 * 40.2) / 8, within(1e-12));
    assertThat(curve.lambda().get(4)).isCloseTo(curve.lambda().get(0) / 100, within(1e-12));
    assertThat(curve.nonzero()).startsWith(0);
    assertThat(curve.nonzero().get(4)).isEqualTo(3);
  }

  @Test
  void takesListedStrengthsFromTheLargestDown() {
    var listed = replace(PENALTY, "lambda:", "lambda: {listed: [0.1, 0.5, 0.2]}");
    assertThat(curves(fit(replace(listed, "lambda_max:", ""), VALIDATE)).get(0).lambda())
        .containsExactly(0.5, 0.2, 0.1);
  }

  @Test
  void spacesStrengthsEvenlyToZero() {
    var even = "lambda: {values: 3, spacing: evenly_spaced, from: 1, to: 0}";
    assertThat(curves(fit(replace(PENALTY, "lambda:", even), VALIDATE)).get(0).lambda())
        .containsExactly(1.0, 0.5, 0.0);
  }

  @Test
  void leavesUnpenalisedTermsAtTheirFullSize() {
    var free =
        replace(PENALTY, "penalty_factor:", "penalty_factor: {every_term: 1, unpenalised: [a]}");
    var heavy = replace(free, "lambda:", "lambda: {listed: [1000]}");
    var fitted = fit(replace(heavy, "l1_ratio:", "l1_ratio: [1.0]"), "scheme: none");
    // at such a strength only the free term is left, as in least squares
    assertThat(fitted.coefficients().of("a").orElseThrow()).isCloseTo(SLOPE_OF_A, within(1e-9));
    assertThat(fitted.coefficients().of("b")).hasValue(0.0);
    assertThat(fitted.cv()).isEmpty();
  }

  /** (sum(a y) - mean(a) sum(y)) / (sum(a a) - n mean(a)^2), the least squares slope. */
  private static final double SLOPE_OF_A = (226.0 - 4.5 * 40.2) / 42;

  @Test
  void choosesTheSparsestWithinOneStandardErrorWhereAsked() {
    var one = "select: {one_standard_error: jointly, over: [l1_ratio, lambda]}";
    var near = fit(PENALTY, replace(VALIDATE, "select:", one)).cv().orElseThrow();
    var best = fit(PENALTY, VALIDATE).cv().orElseThrow();
    assertThat(near.selected().orElseThrow().lambda())
        .isGreaterThanOrEqualTo(best.selected().orElseThrow().lambda());
    assertThat(near.error()).isLessThanOrEqualTo(best.error() + best.se());
  }

  @Test
  void reportsTheEdgeOfTheGrid() {
    var weak = replace(PENALTY, "lambda:", "lambda: {listed: [2, 1.9]}");
    var cell = fit(weak, VALIDATE).cv().orElseThrow().selected().orElseThrow();
    assertThat(cell.edges()).contains("last_lambda");
  }

  @Test
  void refusesOrFlagsAFitThatIsNotTheOptimum() {
    var impatient = PENALTY + "kkt: {tolerance: 1e-300, iterations: 1}\n";
    var refused = attempt(impatient, VALIDATE);
    assertThat(refused.diagnostics()).extracting(Diagnostic::rule).contains(Rule.FIT_NOT_CONVERGED);
    assertThat(refused.value()).isEmpty();
    var flagged =
        attempt(
            impatient.replace("iterations: 1}", "iterations: 1, not_converged: flag}"), VALIDATE);
    assertThat(flagged.diagnostics()).noneMatch(Diagnostic::isError).isNotEmpty();
    assertThat(flagged.value()).isPresent();
  }

  @Test
  void refusesAGridThatHasNoFirstValue() {
    var ridge = replace(PENALTY, "l1_ratio:", "l1_ratio: [0.0, 1.0]");
    assertThat(attempt(ridge, VALIDATE).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("lambda has no largest value at l1_ratio 0");
    var toZero = "lambda: {values: 5, spacing: log_spaced, from: 1, to: 0}";
    assertThat(attempt(replace(PENALTY, "lambda:", toZero), VALIDATE).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("a log spaced lambda cannot reach 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l1_ratio:   | 'l1_ratio: [0.5, 0.5]' | '`l1_ratio` names one value twice'",
        "lambda:     | 'lambda: {values: 3, spacing: evenly_spaced, from: 1, to: -1}' | 'lambda"
            + " cannot be negative'",
        "lambda_max: | 'lambda_max: {formula: glmnet, using: training_fold}' | '`lambda_max using"
            + " training_fold` cannot be carried out by this version'",
        "intercept:  | 'kkt: {tolerance: 0.2}' | 'a tolerance above 0.1 cannot be carried out by"
            + " this version'"
      })
  void refusesWhatItWouldOtherwiseTakeForSomethingElse(String key, String line, String message) {
    var penalty =
        replace(PENALTY, key, line) + (key.equals("intercept:") ? "intercept: free\n" : "");
    assertThat(attempt(penalty, VALIDATE).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'select: {minimum: jointly, over: [lambda]}' | 'a choice of lambda alone among several"
            + " values of l1_ratio'"
      })
  void refusesSelectionsThatItDoesNotKnow(String line, String construct) {
    assertThat(attempt(PENALTY, replace(VALIDATE, "select:", line)).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(construct + " cannot be carried out by this version");
    assertThat(attempt(PENALTY, VALIDATE + "edge: abort\n").diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.NOT_EXECUTABLE);
  }

  @Test
  void needsFoldsInsideNestedValidation() {
    var outer =
        VALIDATE
            + "outer: {scheme: leave_one_out, inner: {scheme: none}, lambda_max: {using:"
            + " analysis_set}}\n";
    assertThat(attempt(PENALTY, outer).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "nested validation without inner folds cannot be carried out by this version");
    var none = outer.replace("outer: {scheme: leave_one_out", "outer: {scheme: none");
    assertThat(fit(PENALTY, none).nested()).isEmpty();
  }

  @Test
  void refusesAGridOfWhichNoCellCanBeChosen() {
    assertThat(attempt(PENALTY, "scheme: none").diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "a grid of several cells without validation to choose one cannot be carried out by this version");
  }

  @Test
  void refusesAnOutcomeThatDoesNotVary() {
    var flat = context(List.of(3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0), PENALTY, VALIDATE);
    assertThat(flat.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.NOTHING_TO_EXPLAIN);
  }

  @Test
  void namesTheFoldWhoseTrainingRowsDoNotVary() {
    var almost = List.of(3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 4.0);
    assertThat(context(almost, PENALTY, VALIDATE).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("the outcome of `m` does not vary among the training rows of fold 8");
  }

  @Test
  void namesTheFoldThatLeavesOneRowOfAClass() {
    var classes = PENALTY + "distribution: {family: binomial}\n";
    var deviance =
        replace(VALIDATE, "loss:", "loss: {of: binomial_deviance, aggregate: mean over rows}");
    var two = List.of(0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0);
    assertThat(context(two, classes, deviance).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "class 1 of the outcome of `m` has 1 row among the training rows of fold 3");
    var one = List.of(0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    assertThat(context(one, classes, deviance).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("class 1 of the outcome of `m` has 1 row");
    assertThat(context(EightRows.OUTCOME, classes, deviance).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("the outcome of `sub-1` in `m` is neither 0 nor 1");
  }

  @Test
  void predictsClassesByTheirTrainingShareWhereNothingEnters() {
    var classes = PENALTY + "distribution: {family: binomial}\n";
    var strong =
        replace(
            replace(classes, "lambda:", "lambda: {listed: [1000]}"),
            "l1_ratio:",
            "l1_ratio: [1.0]");
    var deviance =
        replace(VALIDATE, "loss:", "loss: {of: binomial_deviance, aggregate: mean over rows}");
    var outcome = List.of(0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0);
    var fitted = context(outcome, strong, deviance).orThrow();
    var cv = fitted.cv().orElseThrow();
    assertThat(cv.loss()).isEqualTo("binomial_deviance");
    // each row is predicted by the other 7, 4 of which are of the other class
    assertThat(cv.error()).isCloseTo(-2 * Math.log(3.0 / 7), within(1e-9));
    assertThat(cv.interceptOnlyError()).isCloseTo(-2 * Math.log(3.0 / 7), within(1e-12));
    assertThat(cv.predictions().get(0)).isCloseTo(4.0 / 7, within(1e-9));
    assertThat(fitted.r2()).isEmpty();
  }

  @Test
  void takesTheSmallestRatioByTheShapeOfTheDesign() {
    var shape =
        "lambda: {values: 5, spacing: log_spaced, from: max, to: \"0.5 * max when n < p, else 0.1 * max\"}";
    var curve = curves(fit(replace(PENALTY, "lambda:", shape), VALIDATE)).get(1);
    assertThat(curve.lambda().get(4) / curve.lambda().get(0)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void holdsCoefficientsWithinTheirBoundsAndLeavesExcludedTermsOut() {
    var held =
        replace(
            PENALTY,
            "penalty_factor:",
            "penalty_factor: {every_term: 1, bounds: \"-1 .. 0.3 for a\", excluded: [b]}");
    var free = fit(PENALTY, VALIDATE).coefficients();
    var fitted = fit(held, VALIDATE).coefficients();
    assertThat(free.of("a").orElseThrow()).isGreaterThan(0.3);
    assertThat(fitted.of("a").orElseThrow()).isEqualTo(0.3);
    assertThat(fitted.of("b")).hasValue(0.0);
  }

  @Test
  void choosesLambdaWithinEachRatioFirstWhereAsked() {
    var turns = "select: {one_standard_error: in_turn, over: [l1_ratio, lambda]}";
    var cv = fit(PENALTY, replace(VALIDATE, "select:", turns)).cv().orElseThrow();
    var winners = cv.curves().stream().map(PenaltyPlanTest::sparsestNearTheMinimum).toList();
    var smallest = winners.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    assertThat(cv.selected().orElseThrow().error()).isEqualTo(smallest);
  }

  /** The error at the largest lambda within one standard error of the smallest. */
  private static double sparsestNearTheMinimum(CvCurve curve) {
    int best = 0;
    for (int k = 1; k < curve.error().size(); k++) {
      best = curve.error().get(k) < curve.error().get(best) ? k : best;
    }
    double limit = curve.error().get(best) + curve.se().get(best);
    return curve.error().stream().filter(error -> error <= limit).findFirst().orElseThrow();
  }

  private static List<CvCurve> curves(ModelResult result) {
    return result.cv().orElseThrow().curves();
  }

  /** The text with the line that starts with a key replaced. */
  private static String replace(String text, String key, String line) {
    return text.replaceAll("(?m)^" + key + ".*\\n", line.isEmpty() ? "" : line + "\n");
  }

  private static ModelResult fit(String penalty, String validate) {
    return attempt(penalty, validate).orThrow();
  }

  private static Checked<ModelResult> attempt(String penalty, String validate) {
    return context(EightRows.OUTCOME, penalty, validate);
  }

  private static Checked<ModelResult> context(
      List<Double> outcome, String penalty, String validate) {
    return EightRows.fit(outcome, penalty, validate);
  }
}
