package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** A value that an analysis says it used is a deviation of the kind of its place and its change. */
final class SettingKindsTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // another number or operator is a threshold, another condition is not
        "sample.rules[adults].include | age >= 21 years | X562 S3",
        "sample.rules[adults].include | age > 18 years  | X562 S3",
        "sample.rules[adults].include | age >= -18 years | X562 S3",
        "sample.rules[adults].include | age >= 18 years and sex = m | X520 S3",
        "sample.rules[adults].include | early >= 18     | X520 S3",
        "sample.rules[no outcome].exclude | missing(early) | X520 S3",
        // other columns are another outcome, the same ones in another form are a formula
        "variables.change.value | early - late      | X560 S3",
        "variables.change.value | late - 2 * early  | X560 S3",
        "variables.change.value | log(late) - early | X560 S3",
        "variables.change.value | late - first      | X508 S4",
        "variables.change.value | late              | X508 S4",
        "variables.change.value | late - (          | X508 S4",
        "variables.change.value | early - (late     | X560 S3",
        "variables.change.unit  | cm                | X520 S3",
        "variables.change.role  | predictor         | X520 S3",
        "data.tables.people.spread | visit          | X566 S3",
        "data.columns.sex.reference | f             | X568 S2",
        "prepare[code sex].using    | enrolled      | X568 S2",
        "compute.rng.seed       | 42                | X524 S3",
        "compute.rng.seed.value | 42                | X524 S3",
        "compute.rng.stream     | one               | X520 S2",
        "plan.id                | other             | X520 S0",
        "sample.target          | 9 enrolled        | X520 S3",
        "models.first.penalty.solve | glmnet        | X520 S3",
        "x                      | y                 | X520 S3",
      })
  void aChangedValueIsOfAKind(String path, String value, String found) {
    var report = STUDY.setting(path, TraceValue.of(value)).report();
    assertThat(report.gaps()).isEmpty();
    assertThat(report.deviations())
        .singleElement()
        .extracting(d -> d.rule().code() + " " + d.floor())
        .isEqualTo(found);
    assertThat(report.deviations().get(0).path()).startsWith(path.replaceAll("[.\\[].*", ""));
    assertThat(ValueText.of(report.deviations().get(0).observed())).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} is open")
  @CsvSource({
    "variables.change.scaled",
    "variables.other.value",
    "govern.publish",
    "measures",
    "rois.vmPFC.map",
    "runs.one_per",
    "data.sessions",
    "data.pipelines.motion.version",
    "inference.multiplicity",
    "retained",
    "contingency",
  })
  void whatThePlanLeavesOpenIsCompleted(String path) {
    assertThat(STUDY.setting(path, TraceValue.of("so")).told())
        .isEqualTo("X519 " + path + " S1: nothing -> so");
  }

  @Test
  void aSetOfVariablesThatIsReplacedIsJudgedByItsFormula() {
    var outcome = STUDY.evidence().paths().planned("variables");
    var other = other(outcome, "late - early", "late - first");
    assertThat(STUDY.setting("variables", other).found())
        .containsExactly("X508 variables.change.value");
    var predictor =
        STUDY.planned(
            "unit: points}",
            "unit: points}\n  - {name: load, role: predictor, value: fc_a - fc_b}");
    assertThat(predictor.setting("variables.load.value", TraceValue.of("fc_a - early")).told())
        .isEqualTo("X566 variables.load.value S3: fc_a - fc_b -> fc_a - early");
    assertThat(predictor.setting("variables.load.value", TraceValue.of("fc_b - fc_a")).told())
        .isEqualTo("X560 variables.load.value S3: fc_a - fc_b -> fc_b - fc_a");
    assertThat(predictor.setting("variables", TraceValue.of("none")).found())
        .containsExactly("X560 variables");
  }

  private static TraceValue other(TraceValue value, String from, String to) {
    var item = ((TraceValue.Items) value).items().get(0);
    var members = new java.util.LinkedHashMap<>(((TraceValue.Fields) item).members());
    members.replaceAll((key, text) -> ValueText.of(text).equals(from) ? TraceValue.of(to) : text);
    return TraceValue.items(List.of(TraceValue.fields(members)));
  }

  @ParameterizedTest(name = "formed as {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "early - late | X560 variables.change.value S3: late - early -> early - late",
        "late         | X508 variables.change.value S4: late - early -> late",
        "late - early | ''",
      })
  void theFormulaOfADesignIsJudgedByItsColumns(String formula, String found) {
    var study = STUDY.with(TraceEvents.DESIGN, e -> e.with("outcomeFormula", formula));
    assertThat(study.told()).isEqualTo(found);
  }

  @Test
  void eachKindOfFormulaHasItsReason() {
    assertThat(notes("early - late")).contains("turning a difference round turns every sign round");
    assertThat(notes("late"))
        .contains("an outcome chosen after the data are seen can always be one that fits");
  }

  private static List<String> notes(String formula) {
    var study = STUDY.with(TraceEvents.DESIGN, e -> e.with("outcomeFormula", formula));
    return study.report().deviations().get(0).notes();
  }

  @ParameterizedTest(name = "{0} in place of {1}")
  @CsvSource({
    "pcl at week4 - pcl at week0, pcl at week8 - pcl at week0, X561",
    "pcl at week4 - pcl at week0, pcl at week0 - pcl at week4, X560",
    "pcl at week4 - pcl at week0, phq at week4 - phq at week0, X508",
    "pcl at week4 - pcl at week0, log(pcl at week4) - pcl at week0, X560",
  })
  void anotherVisitIsNoOtherOutcome(String registered, String formed, String code) {
    var variable = STUDY.evidence().plan().variables().orElse(List.of()).get(0);
    assertThat(VariableChange.of(variable, registered, formed).code()).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0} first")
  @CsvSource({"solve, passes.most", "passes.most, solve"})
  void thePassesOfAnotherSolverFollowFromIt(String one, String other) {
    var path = "models.first.penalty.";
    var study = STUDY.setting(path + one, value(one)).setting(path + other, value(other));
    assertThat(study.told()).isEqualTo("X520 models.first.penalty.solve S3: exact -> glmnet");
    assertThat(STUDY.setting(path + "passes.most", value("passes.most")).told())
        .isEqualTo("X520 models.first.penalty.passes.most S3: nothing -> 5");
    assertThat(
            STUDY
                .setting("models.second.penalty.solve", value("solve"))
                .setting(path + "passes.most", value("passes.most"))
                .found())
        .containsExactlyInAnyOrder(
            "X520 models.second.penalty.solve", "X520 models.first.penalty.passes.most");
  }

  @Test
  void registeredPassesThatWereChangedFollowFromNothing() {
    var passes =
        STUDY
            .planned(
                "  standardize: false",
                "  solve: glmnet\n  passes: {most: 100000, threshold: 1e-7}\n  standardize: false")
            .with(TraceEvents.FIT, e -> e.with("solve", "glmnet"));
    assertThat(passes.setting("models.first.penalty.passes.most", TraceValue.of(5.0)).told())
        .isEqualTo("X520 models.first.penalty.passes.most S3: 100000 -> 5");
    assertThat(
            passes
                .with(TraceEvents.FIT, "first", e -> e.with("maxPasses", 10).with("threshold", 1))
                .found())
        .containsExactly(
            "X516 models.first.penalty.passes.threshold", "X516 models.first.penalty.passes.most");
  }

  private static TraceValue value(String key) {
    return key.equals("solve") ? TraceValue.of("glmnet") : TraceValue.of(5.0);
  }
}
