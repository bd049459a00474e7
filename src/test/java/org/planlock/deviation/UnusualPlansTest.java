package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Plans that say less, or other things, than most do are judged all the same. */
final class UnusualPlansTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();
  private static final String FROM_MAX = "from: max, to: 0.01 * max";

  @Test
  void aModelWithoutPenaltyHasNoGridNoFoldsAndNoChoice() {
    var plain =
        STUDY
            .planned("family: elastic_net", "family: none")
            .with(TraceEvents.FIT, e -> e.with("family", "none"))
            .without(TraceEvents.GRID)
            .without(TraceEvents.CV)
            .without(TraceEvents.SELECTION)
            .without(TraceEvents.FOLDS);
    assertThat(plain.report().deviations()).isEmpty();
    assertThat(plain.report().gaps())
        .extracting(Gap::path)
        .noneMatch(path -> path.contains("penalty") || path.contains("select"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "runs: {one_per: [participant, session]} | runs.one_per | participant"
            + " | X561 runs.one_per S3: [participant, session] -> participant",
        "rois: [{name: vmPFC, map: a.nii, where: '>= 5'}] | rois.vmPFC.map | b.nii"
            + " | X566 rois.vmPFC.map S3: a.nii -> b.nii",
        "retained: 'abs(coefficient) > 0' | retained | abs(coefficient) > 1"
            + " | X574 retained S3: abs(coefficient) > 0 -> abs(coefficient) > 1",
        "govern: {publish: {lock: nowhere, embargo: none}} | govern.publish.lock | osf"
            + " | X520 govern.publish.lock S0: nowhere -> osf",
      })
  void aPartThatOtherPlansDoNotHaveIsHeldToo(String part, String path, String used, String found) {
    var plan = STUDY.planned("exploratory:\n", part.replace('\'', '"') + "\nexploratory:\n");
    assertThat(plan.found()).isEmpty();
    assertThat(plan.setting(path, TraceValue.of(used)).told()).isEqualTo(found);
  }

  @Test
  void anotherVisitOfTheSameColumnIsAVisit() {
    var visits =
        STUDY
            .planned("value: late - early", "value: late at week4 - late at week0")
            .with(
                TraceEvents.DESIGN, e -> e.with("outcomeFormula", "late at week4 - late at week0"));
    assertThat(visits.found()).isEmpty();
    var other = TraceValue.of("late at week8 - late at week0");
    assertThat(visits.setting("variables.change.value", other).told())
        .isEqualTo(
            "X561 variables.change.value S3: late at week4 - late at week0"
                + " -> late at week8 - late at week0");
    assertThat(
            visits
                .with(
                    TraceEvents.DESIGN,
                    "second",
                    e -> e.with("outcomeFormula", "late at week8 - late at week0"))
                .told())
        .startsWith("X561 variables.change.value S3: late at week4");
  }

  @Test
  void aRuleThatIsDroppedOrAddedIsNoOtherThreshold() {
    var rules = ((TraceValue.Items) STUDY.evidence().paths().planned("sample.rules")).items();
    var fewer = STUDY.setting("sample.rules", TraceValue.items(rules.subList(0, 1)));
    assertThat(fewer.found()).containsExactly("X520 sample.rules[no outcome]");
    var more = new ArrayList<>(rules);
    var rule = new LinkedHashMap<String, TraceValue>();
    rule.put("exclude", TraceValue.of("age > 60 years"));
    more.add(TraceValue.fields(rule));
    assertThat(STUDY.setting("sample.rules", TraceValue.items(more)).found())
        .containsExactly("X520 sample.rules");
    assertThat(STUDY.setting("sample.rules[adults].include", TraceValue.of("age >= (")).found())
        .containsExactly("X520 sample.rules[adults].include");
  }

  @ParameterizedTest(name = "at least {0} per group in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | analysis_set  | ''",
        "4 | analysis_set  | X502 sample.abort S3: 4 per group of analysis_set -> 3 analysis_set",
        "2 | training_fold | ''",
        "3 | training_fold | gap sample.abort: the groups of training folds",
        "4 | training_fold | X502 sample.abort S3: 4 per group of training_fold -> 3 training_fold",
        "9 | enrolled      | ''",
      })
  void groupsOfATrainingFoldAreAtMostThoseOfAll(int least, String in, String found) {
    var limit =
        STUDY.planned("per_group: 2, in: analysis_set", "per_group: " + least + ", in: " + in);
    assertThat(limit.told()).isEqualTo(found);
  }

  @Test
  void withoutCountsOrFoldsOfGroupsNothingIsMadeUp() {
    var limit = STUDY.planned("per_group: 2, in: analysis_set", "per_group: 3, in: training_fold");
    assertThat(limit.without(TraceEvents.FLOW).found()).isEmpty();
    assertThat(STUDY.planned("  target: 7 enrolled\n", "").found()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "from: 4, to: 0.04    | ''",
        "from: 0.04, to: 4    | ''",
        "from: 4, to: 0.01 * max | gap models.first.penalty.lambda: `lambdaMax` of the grid",
        "from: max, to: 0.04  | gap models.first.penalty.lambda: `lambdaMax` of the grid",
      })
  void endsThatAreNumbersNeedNoLargestStrength(String ends, String found) {
    var strengths = TraceValue.numbers(4, 0.4, 0.04);
    var study =
        STUDY
            .planned(FROM_MAX, ends)
            .with(
                TraceEvents.GRID,
                e ->
                    SmallStudy.without(e, "lambdaMax")
                        .with("lambdas", TraceValue.items(List.of(strengths, strengths))))
            .with(TraceEvents.CV, e -> e.with("lambda", strengths))
            .with(TraceEvents.SELECTION, e -> e.with("lambda", 0.4))
            .with(TraceEvents.FIT, e -> e.with("lambda", 0.4));
    assertThat(study.told())
        .isEqualTo(
            found.isEmpty()
                ? ""
                : found
                    + "; "
                    + found.replace("first", "second")
                    + "; "
                    + found.replace("first", "third"));
  }

  @Test
  void foldsOfOneNameOnOtherRowsAreOtherPasses() {
    var fold = step("2").with("fold", "1");
    assertThat(STUDY.and(fold).told())
        .isEqualTo("X514 prepare[scale clinical].using S3: training_fold -> [s1, s3, s4, s5, s6]");
    assertThat(STUDY.and(step("1")).told()).isEqualTo("X515 prepare S3: [1, 2] -> [2, 2]");
  }

  private static TraceEvent step(String fold) {
    return STUDY.events().stream()
        .filter(e -> e.text("fold").filter(fold::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "H1 if {0}, else {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "coefficient(first, age) > 0 | coefficient(first, sex) > 0 |"
            + " X523 hypotheses.H1 S4: inconclusive -> corroborated",
        "coefficient(first, age) < 0 | coefficient(first, sex) < 0 |"
            + " X523 hypotheses.H1 S4: inconclusive -> corroborated",
        "coefficient(first, age) < 0 | coefficient(first, sex) > 0 |"
            + " X523 hypotheses.H1 S4: falsified -> corroborated",
        "coefficient(first, age) > 0 | cv_mse(first) > 9           | ''",
        "coefficient(first) > 0      | coefficient(first, age) < 0 |"
            + " gap hypotheses.H1: `values` of every call in the hypothesis",
        "cv_mse(first, second) > 0   | coefficient(first, age) < 0 |"
            + " gap hypotheses.H1: `values` of every call in the hypothesis",
        "(age at week1) > 0          | coefficient(first, age) < 0 |"
            + " gap hypotheses.H1: `values` of every call in the hypothesis",
      })
  void aVerdictFollowsFromBothConditions(String corroborated, String falsified, String found) {
    var study =
        STUDY
            .planned("corroborated: \"coefficient(first, age) > 0\"", "corroborated: \"X\"")
            .planned("falsified: \"coefficient(first, age) < 0\"", "falsified: \"Y\"")
            .planned("\"X\"", "\"" + corroborated + "\"")
            .planned("\"Y\"", "\"" + falsified + "\"");
    assertThat(study.told()).isEqualTo(found);
  }

  @Test
  void aModelThatOnlyExtendsHasTheTermsOfItsParent() {
    var child =
        STUDY.planned(
            "{name: third, outcome: change, terms: [age, \"age:sex\"], role: exploratory}",
            "{name: third, extends: first, role: exploratory}");
    assertThat(child.told()).isEqualTo("X505 models.third.terms S3: [age, sex] -> [age, age:sex]");
  }

  @Test
  void weightsAndEngineThatThePlanLeavesOpenAreNotHeldAgainstIt() {
    var open = STUDY.planned("weights: equal, ", "");
    assertThat(open.with(TraceEvents.FIT, e -> e.with("weights", "column w")).found()).isEmpty();
    var engine =
        STUDY
            .planned("  engine: {name: planlock, version: of_lock}\n", "")
            .with(TraceEvents.START, e -> SmallStudy.without(e, "tool"));
    assertThat(engine.found()).isEmpty();
  }

  @ParameterizedTest(name = "{0} and {1} within {2}: {3}")
  @CsvSource({
    "1, 1.0000000001, 1e-9, true, true",
    "1, 1.00000001, 1e-9, true, false",
    "1000000000, 1000000000.0001, 1e-15, false, true",
    "1, 1.4, 0.5, false, true",
    "1, 1.6, 0.5, false, false",
    "0, 0, 0, true, true",
  })
  void nearIsNeverFinerThanRounding(
      double a, double b, double within, boolean relative, boolean same) {
    assertThat(new Near(within, relative).same(a, b)).isEqualTo(same);
  }
}
