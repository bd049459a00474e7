package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Two traces part only where both tell; where one is silent nobody can tell. */
final class TwoTracesTest {
  /** Both traces tell the values of the outcome, so that nothing else is missing. */
  private static final SmallStudy STUDY =
      SmallStudy.conforming()
          .with(TraceEvents.DESIGN, e -> e.withNumbers("outcomeValues", 1, 2, 3, 4, 5, 6));

  @ParameterizedTest(name = "{0} without {1} on one side: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "design    | rows           | sample.rules: the rows in both traces;"
            + " models.first.outcome: the outcome in both traces",
        "design    | columns        | models.first.terms: the column in both traces",
        "design    | outcomeValues  | models.first.outcome: the outcome in both traces",
        "grid      | lambdas        | models.first.penalty.lambda: the lambda in both traces",
        "grid      | l1Ratios       | models.first.penalty.lambda: the lambda in both traces",
        "cv        | mse            | models.first.validate.loss: the cv error in both traces",
        "selection | lambda         | models.first.validate.select: the choice in both traces",
        "fit       | coefficients   | models.first.penalty: the coefficient in both traces",
        "fit       | columns        | models.first.penalty: the coefficient in both traces",
        "fit       | interceptValue | models.first.penalty: the coefficient in both traces",
      })
  void whatOneDoesNotTellIsNoDisagreement(String type, String field, String gaps) {
    var silent = STUDY.with(type, "first", e -> SmallStudy.without(e, field));
    assertThat(parting(STUDY, silent)).isEqualTo("no deviation; " + gaps);
    assertThat(parted(silent, STUDY)).isEmpty();
  }

  @ParameterizedTest(name = "without the event {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "folds     | models.first.validate.scheme: the fold vector in both traces",
        "grid      | models.first.penalty.lambda: the lambda in both traces",
        "cv        | models.first.validate.loss: the cv error in both traces",
        "selection | models.first.validate.select: the choice in both traces",
        "fit       | models.first.penalty: the coefficient in both traces",
      })
  void anEventThatOneDoesNotHaveIsNoDisagreement(String type, String gaps) {
    var silent = STUDY.without(SmallStudy.of(type, "first"));
    assertThat(parting(STUDY, silent)).isEqualTo("no deviation; " + gaps);
  }

  static Stream<Arguments> differences() {
    return Stream.of(
        parting(
            TraceEvents.GRID,
            e -> e.withNumbers("l1Ratios", 0.4, 1),
            "models.first.penalty.lambda S2 lambda, l1_ratio number 1: 0.5 here, 0.4 there"),
        parting(
            TraceEvents.GRID,
            e -> e.withNumbers("l1Ratios", 0.5),
            "models.first.penalty.lambda S2 lambda, number of values: 2 values here, 1 values"
                + " there"),
        parting(
            TraceEvents.SELECTION,
            e -> e.with("l1Ratio", 0.5),
            "models.first.validate.select S3 choice, l1_ratio: 1 here, 0.5 there"),
        parting(
            TraceEvents.FIT,
            e ->
                e.withTexts("columns", List.of("sex", "age")).withNumbers("coefficients", 0.7, 0.5),
            "models.first.penalty S2 coefficient, sex: 0.5 here, 0.7 there"),
        parting(
            TraceEvents.FIT,
            e -> e.withTexts("columns", List.of("age", "iq")),
            "models.first.penalty S2 coefficient, sex: 0.5 here, nothing there"),
        parting(
            TraceEvents.DESIGN,
            e -> e.withNumbers("outcomeValues", 1, 2, 3, 4, 5, 7),
            "models.first.outcome S2 outcome, s6: 6 here, 7 there"),
        parting(
            TraceEvents.DESIGN,
            e -> e.withNumbers("outcomeValues", 1, 2, 3, 4, 5, Double.NaN),
            "models.first.outcome S2 outcome, s6: 6 here, nothing there"),
        parting(
            TraceEvents.DESIGN,
            e -> e.withTexts("columns", List.of("age", "sex", "iq")),
            "models.first.terms S3 column, iq: none here, a column there"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("differences")
  void theFirstStepThatDiffersIsNamed(
      String type, UnaryOperator<TraceEvent> change, String expected) {
    assertThat(parting(STUDY, STUDY.with(type, "first", change)))
        .isEqualTo(expected.replaceFirst(" (S\\d) ", " $1 first difference of `first`: ") + "; ");
  }

  @Test
  void theOrderOfRowsAndColumnsIsEachProgramsOwn() {
    var reordered =
        STUDY
            .with(
                TraceEvents.DESIGN,
                "first",
                e ->
                    e.withTexts("rows", List.of("s2", "s1", "s3", "s4", "s5", "s6"))
                        .withNumbers("outcomeValues", 2, 1, 3, 4, 5, 6))
            .with(TraceEvents.FIT, "first", e -> e.withTexts("columns", List.of("sex", "age")));
    assertThat(parting(STUDY, reordered)).isEqualTo("no deviation; ");
  }

  @Test
  void whatBothMissIsTheSame() {
    var missing =
        STUDY.with(
            TraceEvents.DESIGN, e -> e.withNumbers("outcomeValues", 1, 2, 3, 4, 5, Double.NaN));
    assertThat(parting(missing, missing)).isEqualTo("no deviation; ");
    assertThat(Agreement.of(missing.beside(missing)).lines())
        .filteredOn(line -> line.step().equals("outcome"))
        .extracting(Agreement.Line::said, Agreement.Line::apart)
        .containsOnly(org.assertj.core.groups.Tuple.tuple("the same", 0.0));
    var zero = STUDY.with(TraceEvents.FIT, e -> SmallStudy.without(e, "interceptValue"));
    assertThat(parting(zero, zero)).isEqualTo("no deviation; ");
  }

  @Test
  void nothingButZerosIsNothingApart() {
    var zeros =
        STUDY.with(
            TraceEvents.FIT,
            "third",
            e -> e.withNumbers("coefficients", 0, 0).with("interceptValue", 0));
    assertThat(Agreement.of(zeros.beside(zeros)).lines())
        .filteredOn(line -> line.modelName().equals("third") && line.step().equals("coefficient"))
        .extracting(Agreement.Line::apart)
        .containsExactly(0.0);
  }

  @Test
  void errorsOfEitherNameAreTheSame() {
    var named =
        STUDY.with(
            TraceEvents.CV,
            e -> SmallStudy.without(e.with("error", e.value("mse").orElseThrow()), "mse"));
    assertThat(parting(STUDY, named)).isEqualTo("no deviation; ");
  }

  @ParameterizedTest(name = "{0} of the curves is {1}")
  @CsvSource({"l1Ratio, 0.3", "gamma, 0.5"})
  void aCurveOfAnotherCellIsNotTheSameCurve(String field, double value) {
    var other = STUDY.with(TraceEvents.CV, "first", e -> e.with(field, value));
    assertThat(parting(STUDY, other))
        .isEqualTo("no deviation; models.first.validate.loss: the cv error in both traces");
  }

  @Test
  void sequencesOfAnotherGammaAreNotTheSameSequences() {
    var relaxed = STUDY.with(TraceEvents.GRID, "first", e -> e.withNumbers("gammas", 0.5, 0.5));
    assertThat(parting(STUDY, relaxed))
        .isEqualTo("no deviation; models.first.penalty.lambda: the lambda in both traces");
  }

  @Test
  void anErrorWithoutItsStrengthIsNamedByItsPlace() {
    var here = STUDY.with(TraceEvents.CV, "first", e -> SmallStudy.without(e, "lambda"));
    var there = STUDY.with(TraceEvents.CV, "first", e -> e.withNumbers("mse", 8, 8, 8));
    assertThat(parted(here, there))
        .containsExactly(
            "models.first.validate.loss S2 first difference of `first`:"
                + " cv error, cell 1: 3 here, 8 there");
  }

  @Test
  void errorsThatLeadToAnotherChoiceWeighMore() {
    var other =
        STUDY
            .with(TraceEvents.CV, "first", e -> e.withNumbers("mse", 8, 8, 8))
            .with(TraceEvents.SELECTION, "first", e -> e.with("lambda", 0.7));
    assertThat(parting(STUDY, other))
        .isEqualTo(
            "models.first.validate.loss S3 first difference of `first`:"
                + " cv error, at lambda 4: 3 here, 8 there; ");
    assertThat(DeviationReport.of(STUDY.beside(other)).deviations().get(0).consequences())
        .anyMatch(text -> text.startsWith("choice, lambda: "));
  }

  @Test
  void theFitsOfFoldsAreNotTheFit() {
    var fold =
        STUDY.events().stream()
            .filter(SmallStudy.of(TraceEvents.FIT, "first"))
            .findFirst()
            .orElseThrow()
            .with("fold", "1")
            .withNumbers("coefficients", 9, 9);
    assertThat(parting(STUDY, STUDY.and(fold))).isEqualTo("no deviation; ");
  }

  @Test
  void aModelThatNeitherMadeIsNoStepOfTheirs() {
    var without = STUDY.without(e -> e.text("model").filter("third"::equals).isPresent());
    assertThat(Agreement.of(without.beside(without)).lines())
        .extracting(Agreement.Line::modelName)
        .doesNotContain("third");
    assertThat(Agreement.of(without.beside(STUDY)).lines())
        .filteredOn(line -> line.modelName().equals("third"))
        .extracting(Agreement.Line::said)
        .containsOnly("not told by both");
    assertThat(Agreement.of(STUDY.beside(without)).lines())
        .extracting(Agreement.Line::modelName)
        .contains("third");
  }

  @Test
  void theOtherTraceNeedNotNameThePlan() {
    var nameless = STUDY.with(TraceEvents.START, e -> SmallStudy.without(e, "plan"));
    assertThat(parting(STUDY, nameless)).isEqualTo("no deviation; ");
    var unlocked = STUDY.evidence(java.util.Optional.empty()).beside(STUDY.trace());
    assertThat(DeviationReport.of(unlocked).deviations()).isEmpty();
  }

  @Test
  void predictionsOfOthersAreMissing() {
    var told =
        STUDY.and(
            TraceEvent.of(TraceEvents.PREDICTIONS)
                .with("model", "first")
                .withTexts("ids", List.of("s1", "s2"))
                .withNumbers("values", 1, 2));
    var silent = told.with(TraceEvents.PREDICTIONS, e -> e.withTexts("ids", List.of("s2", "s9")));
    assertThat(parting(told, silent))
        .isEqualTo(
            "models.first.validate S2 first difference of `first`:"
                + " prediction, participant s1: 1 here, nothing there; ");
    assertThat(parting(told, told.with(TraceEvents.PREDICTIONS, e -> SmallStudy.without(e, "ids"))))
        .isEqualTo("no deviation; models.first.validate: the prediction in both traces");
  }

  private static Arguments parting(String type, UnaryOperator<TraceEvent> change, String said) {
    return Arguments.of(type, change, said);
  }

  /** Where the first model parts, and what one of both does not tell of it. */
  private static String parting(SmallStudy here, SmallStudy there) {
    var report = DeviationReport.of(here.beside(there));
    var parted = parted(here, there);
    var gaps =
        report.gaps().stream()
            .map(gap -> gap.path() + ": " + gap.evidence())
            .distinct()
            .collect(java.util.stream.Collectors.joining("; "));
    return (parted.isEmpty() ? "no deviation" : String.join(", ", parted)) + "; " + gaps;
  }

  private static List<String> parted(SmallStudy here, SmallStudy there) {
    return DeviationReport.of(here.beside(there)).deviations().stream()
        .filter(d -> d.message().startsWith("first difference"))
        .map(d -> d.path() + " " + d.floor() + " " + d.message())
        .toList();
  }
}
