package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceValue;

/** Two analyses of one plan, and the first step at which they part. */
class EnginesDisagreeTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();
  private static final SmallStudy CONFIRMED =
      STUDY.planned(
          "same: 1e-9 relative",
          "same: 1e-9 relative\n  confirm: {by: R glmnet, same: 0.001 relative}");

  static Stream<Arguments> partings() {
    return Stream.of(
        parting(
            TraceEvents.DESIGN,
            e -> e.withTexts("rows", List.of("s1", "s2", "s3", "s4", "s5", "s9")),
            "rows, participant s6: analysed here, left out there"),
        parting(
            TraceEvents.DESIGN,
            e -> e.withTexts("columns", List.of("age")),
            "column, sex: a column here, none there"),
        parting(
            TraceEvents.FOLDS,
            e -> e.with("fold", TraceValue.wholes(1, 1, 2, 3, 4, 5)),
            "fold vector, participant s1: fold 1 of 1 here, fold 1 of 2 there"),
        parting(
            TraceEvents.GRID,
            e ->
                e.with(
                    "lambdas",
                    TraceValue.items(List.of(TraceValue.numbers(9, 1), TraceValue.numbers(9, 1)))),
            "lambda, number of values: 3 values here, 2 values there"),
        parting(TraceEvents.CV, e -> e.withNumbers("mse", 8, 8, 8), "cv error, at lambda"),
        parting(TraceEvents.SELECTION, e -> e.with("lambda", 0.7), "choice, lambda: "),
        parting(TraceEvents.FIT, e -> e.withNumbers("coefficients", 0.5, 9), "coefficient, sex: "),
        parting(TraceEvents.FIT, e -> e.with("interceptValue", 77), "coefficient, intercept: "));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("partings")
  void theFirstDifferenceIsNamed(String type, UnaryOperator<TraceEvent> change, String said) {
    var report = DeviationReport.of(beside(STUDY.with(type, "first", change)));
    assertThat(report.deviations()).hasSize(1);
    var found = report.deviations().get(0);
    assertThat(found.rule()).isEqualTo(Rule.ENGINES_DISAGREE);
    assertThat(found.message()).startsWith("first difference of `first`: " + said);
    assertThat(found.path()).startsWith(said.startsWith("rows") ? "sample" : "models.first");
    assertThat(found.isHeldAgainst()).isTrue();
  }

  @Test
  void theSameNumbersUnderOtherNamesOfFoldsAgree() {
    var renamed =
        STUDY.with(TraceEvents.FOLDS, e -> e.with("fold", TraceValue.wholes(6, 5, 4, 3, 2, 1)));
    var evidence = beside(renamed);
    assertThat(DeviationReport.of(evidence).deviations()).isEmpty();
    assertThat(Agreement.of(evidence).lines())
        .isNotEmpty()
        .noneMatch(line -> line.said().equals("differs"));
    assertThat(Agreement.of(evidence).tolerance()).isEqualTo("1e-9 of the largest, `compute.same`");
    assertThat(Agreement.of(STUDY.evidence()).lines()).isEmpty();
  }

  @Test
  void whatOnlyOneTellsIsNotConfirmed() {
    var report = DeviationReport.of(beside(STUDY.without(TraceEvents.CV)));
    assertThat(report.deviations()).isEmpty();
    assertThat(report.gaps())
        .extracting(Gap::path, Gap::evidence)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "models.first.validate.loss", "the cv error in both traces"));
    var bare = STUDY.without(e -> e.type().equals(TraceEvents.DESIGN));
    assertThat(DeviationReport.of(beside(bare)).gaps()).isNotEmpty();
    var fitless = STUDY.without(e -> !e.type().equals(TraceEvents.START));
    assertThat(DeviationReport.of(beside(fitless)).gaps())
        .extracting(Gap::path)
        .contains("models.first.penalty", "models.first.validate.select");
  }

  @Test
  void predictionsAreComparedWhereBothTellThem() {
    var told = prediction(1.5, 2.5);
    var others = prediction(1.5, 2.75);
    var here = STUDY.and(told);
    var agreeing = here.evidence().beside(trace(here));
    assertThat(DeviationReport.of(agreeing).deviations()).isEmpty();
    var parting = here.evidence().beside(trace(STUDY.and(others)));
    assertThat(DeviationReport.of(parting).deviations())
        .singleElement()
        .extracting(Deviation::message)
        .isEqualTo("first difference of `first`: prediction, participant s2: 2.5 here, 2.75 there");
  }

  @Test
  void theTraceOfAnotherPlanConfirmsNothing() {
    var other = STUDY.with(TraceEvents.START, e -> e.with("plan", "sha256:" + "0".repeat(64)));
    assertThat(DeviationReport.of(beside(other)).deviations())
        .singleElement()
        .extracting(Deviation::rule)
        .isEqualTo(Rule.OTHER_PLAN);
  }

  @Test
  void theTolerancesOfAPlanCountInTheirOrder() {
    assertThat(tolerance("same: 1e-9 relative", "same: 0.5 absolute"))
        .isEqualTo("0.5, `compute.same`");
    assertThat(Agreement.of(CONFIRMED.evidence()).tolerance())
        .isEqualTo("0.001 of the largest, `compute.confirm.same`");
    assertThat(tolerance("  same: 1e-9 relative\n", ""))
        .isEqualTo("0.000001 of the largest, the plan states no tolerance");
  }

  @Test
  void theRegisteredConfirmingProgramIsNoOtherTool() {
    assertThat(CONFIRMED.with(TraceEvents.START, e -> tool(e, "R glmnet")).found()).isEmpty();
    assertThat(CONFIRMED.with(TraceEvents.START, e -> tool(e, "SAS")).found())
        .containsExactly("X513 compute.engine.name");
  }

  @Test
  void theFitOfAnotherProgramIsExactByItsCertificate() {
    assertThat(solved("R glmnet", 1e-12)).isEmpty();
    assertThat(solved("R glmnet", 1e-3)).containsExactly("X516 models.first.penalty.solve");
    assertThat(solved("planlock", 1e-12)).containsExactly("X516 models.first.penalty.solve");
  }

  @Test
  void aTableWithoutDigestIsNotTakenForTheSealedOne() {
    assertThat(STUDY.with(TraceEvents.DATA, e -> e.without("sha256")).found())
        .containsExactly("gap data.tables.people");
  }

  private static List<String> solved(String tool, double kkt) {
    return CONFIRMED
        .with(TraceEvents.START, e -> tool(e, tool))
        .with(TraceEvents.FIT, "first", e -> e.with("solve", "coordinate_descent").with("kkt", kkt))
        .found();
  }

  private static TraceEvent tool(TraceEvent start, String name) {
    return start.with(
        "tool",
        TraceValue.fields(
            java.util.Map.of("name", TraceValue.of(name), "version", TraceValue.of("0.1.0"))));
  }

  private static String tolerance(String from, String to) {
    return Agreement.of(STUDY.planned(from, to).evidence()).tolerance();
  }

  private static TraceEvent prediction(double... values) {
    return TraceEvent.of(TraceEvents.PREDICTIONS)
        .with("model", "first")
        .withTexts("ids", List.of("s1", "s2"))
        .withNumbers("values", values);
  }

  private static Arguments parting(String type, UnaryOperator<TraceEvent> change, String said) {
    return Arguments.of(type, change, said);
  }

  private static Evidence beside(SmallStudy other) {
    return STUDY.evidence().beside(trace(other));
  }

  private static org.planlock.trace.Trace trace(SmallStudy study) {
    var memory = new TraceMemory();
    study.events().forEach(memory::record);
    return memory.trace("other.jsonl");
  }
}
