package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planlock.lock.LockedTable;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Statement;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Plans of other forms, and records that say less or more than they should. */
final class PlansAndRecordsTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();

  @Test
  void whatThePlanLeavesOpenIsNotHeldAgainstTheFit() {
    var open = STUDY.planned("  objective: glmnet\n", "").planned("  standardize: false\n", "");
    assertThat(open.with(TraceEvents.FIT, "first", e -> e.with("objective", "textbook")).found())
        .doesNotContain("X516 models.first.penalty.objective");
    assertThat(open.report().deviations())
        .extracting(Deviation::path)
        .containsExactly("models.first.penalty.standardize");
    assertThat(open.report().deviations().get(0).severity()).isEqualTo(DeviationSeverity.S1);
  }

  @Test
  void anInterceptThatWasRuledOutIsSaidInThePlansWords() {
    var none = STUDY.planned("intercept: free", "intercept: none");
    var found = none.report().deviations().get(0);
    assertThat(found.path()).isEqualTo("models.first.penalty.intercept");
    assertThat(found.message())
        .isEqualTo("`first` was fitted with `intercept` free, registered was none");
    assertThat(none.with(TraceEvents.FIT, e -> e.with("intercept", "none")).found()).isEmpty();
    assertThat(none.with(TraceEvents.FIT, e -> e.with("intercept", false)).found()).isEmpty();
  }

  @Test
  void equalWeightsStandForNoOtherRegisteredWeights() {
    var other = STUDY.planned("weights: equal", "weights: column w");
    assertThat(
            other
                .with(TraceEvents.FIT, e -> e.with("weights", "column w"))
                .with(
                    TraceEvents.FIT,
                    "first",
                    e -> e.with("weights", TraceValue.numbers(1, 1, 1, 1, 1, 1)))
                .found())
        .containsExactly("X516 models.first.penalty.distribution.weights");
    assertThat(other.with(TraceEvents.FIT, e -> e.with("weights", TraceValue.missing())).found())
        .isEmpty();
  }

  @Test
  void penaltyFactorsThatNobodyRecordedAreNotMadeUp() {
    assertThat(STUDY.with(TraceEvents.FIT, e -> without(e, "penaltyFactors")).found())
        .containsExactly(
            "gap models.first.penalty.penalty_factor",
            "gap models.second.penalty.penalty_factor",
            "gap models.third.penalty.penalty_factor");
  }

  @Test
  void twoChangedFlagsAreTwoDeviations() {
    assertThat(
            STUDY
                .with(TraceEvents.FIT, "first", e -> e.with("standardize", true))
                .with(TraceEvents.GRID, "first", e -> e.with("objective", "textbook"))
                .found())
        .containsExactly(
            "X569 models.first.penalty.standardize", "X516 models.first.penalty.objective");
  }

  @Test
  void aFitThatFailsIsLessWhereThePlanForeseesIt() {
    var failed = STUDY.with(TraceEvents.FIT, "first", e -> e.with("converged", false));
    assertThat(failed.report().deviations().get(0).severity()).isEqualTo(DeviationSeverity.S2);
    var foreseen =
        failed.planned("  intercept: free", "  kkt: {not_converged: flag}\n  intercept: free");
    assertThat(foreseen.report().deviations().get(0).severity()).isEqualTo(DeviationSeverity.S1);
    assertThat(foreseen.found()).containsExactly("X517 models.first.penalty.kkt");
  }

  @Test
  void aPatternOfNoTableStaysAPattern() {
    var anywhere = STUDY.planned("columns: \"fc_*\", in: people", "columns: \"fc_*\"");
    assertThat(anywhere.found()).isEmpty();
    var other = columns(anywhere, "second", "age", "sex", "fc_a", "dm_b");
    assertThat(other.found()).containsExactly("X505 models.second.add");
    assertThat(other.report().deviations().get(0).message())
        .isEqualTo("`second` was fitted with `dm_b`, which it does not register");
    assertThat(columns(anywhere, "second", "age", "fc_a").report().deviations().get(0).message())
        .isEqualTo("`second` was fitted without `sex`");
  }

  @Test
  void aTermAddedToAParentIsTheParentsDeviation() {
    var more =
        columns(
            columns(STUDY, "first", "age", "sex", "iq"),
            "second",
            "age",
            "sex",
            "iq",
            "fc_a",
            "fc_b");
    assertThat(more.found()).contains("X505 models.first.terms");
  }

  @Test
  void setsThatHoldEachOtherEnd() {
    var circle =
        STUDY.planned(
            "terms: [age, sex]}\n",
            "terms: [age, sex, again]}\n  - {name: again, terms: [clinical]}\n");
    assertThat(circle.found())
        .containsExactly("X515 prepare[scale clinical].scale", "X505 models.first.terms");
  }

  @Test
  void modelsThatExtendEachOtherEnd() {
    var circle = STUDY.planned("{name: first, outcome: change,", "{name: first, extends: second,");
    assertThat(circle.found()).contains("X505 models.first.terms");
  }

  @Test
  void aTargetMayCountTheAnalysed() {
    var analysed = STUDY.planned("target: 7 enrolled", "target: 7 analysis_set");
    assertThat(analysed.found()).containsExactly("X501 sample.target");
    assertThat(STUDY.planned("target: 7 enrolled", "target: 6 analysis_set").found()).isEmpty();
  }

  @Test
  void aMinimumMayCountTheEnrolled() {
    assertThat(STUDY.planned("minimum: 5 analysis_set", "minimum: 8 enrolled").found())
        .containsExactly("X502 sample.minimum");
    assertThat(STUDY.planned("minimum: 5 analysis_set", "minimum: 7 enrolled").found()).isEmpty();
  }

  @Test
  void aLimitMayCountTheWholeAnalysisSet() {
    var limit = STUDY.planned("{count: 4, in: training_fold}", "{count: 7, in: analysis_set}");
    assertThat(limit.found()).containsExactly("X502 sample.abort");
    assertThat(
            STUDY.planned("{count: 4, in: training_fold}", "{count: 6, in: analysis_set}").found())
        .isEmpty();
  }

  @Test
  void foldsOfNobodyAreNoTrainingFold() {
    var empty =
        STUDY.with(
            TraceEvents.FOLDS,
            "first",
            e -> e.withTexts("ids", List.of()).with("fold", TraceValue.wholes()));
    assertThat(empty.found()).containsExactly("X563 sample.rows");
  }

  @Test
  void incompleteRowsMayLeaveForAnyReasonWhereThePlanKeepsCompleteCases() {
    var complete =
        STUDY
            .planned(
                "  order: id ascending", "  rows: complete_cases on age\n  order: id ascending")
            .with(
                TraceEvents.EXCLUSION,
                e -> e.with("rule", "sample.rows").with("because", "age is missing"));
    assertThat(complete.found()).isEmpty();
    var all = complete.planned("rows: complete_cases on age", "rows: all");
    assertThat(all.found()).containsExactly("X512 sample.rules");
  }

  @Test
  void aRuleForRunsExcludesNobody() {
    var runs =
        STUDY.planned(
            "    - {exclude: \"missing(late)\", because: no outcome}\n",
            "    - {drop_run: \"missing(late)\", because: no outcome}\n");
    assertThat(runs.found()).containsExactly("X512 sample.rules");
  }

  @Test
  void somebodyAnalysedTwiceIsFound() {
    var twice =
        STUDY.with(
            TraceEvents.SAMPLE,
            e ->
                e.withTexts("ids", List.of("s1", "s2", "s3", "s4", "s5", "s6", "s6")).with("n", 7));
    assertThat(twice.report().deviations().get(0).message())
        .isEqualTo("the analysis set names somebody twice");
    var swapped =
        STUDY.with(
            TraceEvents.SAMPLE,
            e -> e.withTexts("ids", List.of("s1", "s2", "s3", "s4", "s5", "s5")));
    assertThat(swapped.found()).contains("X512 sample.rules");
  }

  @Test
  void aModelOfWhichOnlyFoldsAreToldHasNoRowsToJudge() {
    var folds =
        STUDY
            .without(SmallStudy.of(TraceEvents.FIT, "third"))
            .without(SmallStudy.of(TraceEvents.DESIGN, "third"));
    assertThat(folds.found()).containsExactly("gap models.third", "gap models.third.outcome");
  }

  @Test
  void dataAreOnlyHeldAgainstAPlanThatDeclaresSome() {
    assertThat(withoutData().found()).doesNotContain("X511 data.tables.people");
  }

  @Test
  void anUnsealedTableIsReadFromItsRegisteredFile() {
    assertThat(unsealed(STUDY)).isEmpty();
    assertThat(unsealed(STUDY.with(TraceEvents.DATA, e -> e.with("path", "raw/people.tsv"))))
        .isEmpty();
    assertThat(unsealed(STUDY.with(TraceEvents.DATA, e -> e.with("path", "raw/otherpeople.tsv"))))
        .containsExactly("X511 data.tables.people.file");
    assertThat(unsealed(STUDY.with(TraceEvents.DATA, e -> without(e, "path")))).isEmpty();
  }

  @Test
  void aTableSealedAfterTheLockIsHeldAgainstItsSeal() {
    var sealed = STUDY.with(TraceEvents.DATA, e -> e.with("lockedSha256", "cd".repeat(32)));
    assertThat(unsealed(sealed)).containsExactly("X511 data.tables.people");
    assertThat(unsealed(STUDY.with(TraceEvents.DATA, e -> e.with("lockedSha256", SmallStudy.SHA))))
        .isEmpty();
  }

  @Test
  void aDeclaredFileBesideTheTablesMayBeRead() {
    var dictionary =
        STUDY.and(
            TraceEvent.of(TraceEvents.DATA)
                .with("table", "dictionary")
                .with("path", "people.json")
                .with("sha256", SmallStudy.SHA));
    assertThat(dictionary.found()).containsExactly("X511 data.tables.dictionary");
    var declared =
        dictionary.planned(
            "  columns:\n    - {name: age",
            "  files: [{name: dictionary, pattern: people.json, missing: []}]\n  columns:\n    - {name: age");
    assertThat(declared.found()).isEmpty();
  }

  @Test
  void aSettingWithoutAPlaceSaysNothing() {
    assertThat(STUDY.and(TraceEvent.of(TraceEvents.SETTING).with("value", 1)).found()).isEmpty();
  }

  @Test
  void aSettingWithoutAValueWhereNothingIsPlannedIsNone() {
    assertThat(STUDY.setting("retained", TraceValue.missing()).found()).isEmpty();
  }

  @Test
  void twoChangesInOnePartAreNamedByThePart() {
    var rule = new LinkedHashMap<String, TraceValue>();
    rule.put("formula", TraceValue.of("max_abs(x'(y - mean(y))) / (n * l1_ratio)"));
    rule.put("using", TraceValue.of("training_fold"));
    rule.put("per", TraceValue.texts(List.of("model", "l1_ratio")));
    assertThat(STUDY.setting("models.first.penalty.lambda_max", TraceValue.fields(rule)).found())
        .containsExactly("X520 models.first.penalty.lambda_max");
  }

  @Test
  void anOverrideForAllAndASettingForOneAreCountedOnce() {
    var study =
        STUDY
            .setting("models.second.penalty.solve", TraceValue.of("glmnet"))
            .setting("penalty.solve", TraceValue.of("glmnet"))
            .setting("models.second.penalty.solve", TraceValue.of("glmnet"));
    assertThat(study.found())
        .containsExactlyInAnyOrder(
            "X520 models.first.penalty.solve",
            "X520 models.second.penalty.solve",
            "X520 models.third.penalty.solve");
  }

  @Test
  void aKeyThatCannotBeLeftOpenIsNoCompletion() {
    assertThat(STUDY.setting("models.first.validate.grouped", TraceValue.of("site")).found())
        .containsExactly("X520 models.first.validate.grouped");
    assertThat(STUDY.setting("nonsense", TraceValue.of("site")).found())
        .containsExactly("X520 nonsense");
  }

  @Test
  void whatChangesNoNumberWeighsLess() {
    assertThat(severity("plan.title", TraceValue.of("A large study")))
        .isEqualTo(DeviationSeverity.S0);
    assertThat(severity("compute.same", TraceValue.of("1e-6 relative")))
        .isEqualTo(DeviationSeverity.S2);
    assertThat(severity("sample.order", TraceValue.of("id descending")))
        .isEqualTo(DeviationSeverity.S3);
    assertThat(severity("hypotheses.H1.falsified", TraceValue.of("coefficient(first, age) < 1")))
        .isEqualTo(DeviationSeverity.S4);
    assertThat(
            severity("inference.cv_r2.formula", TraceValue.of("squared_correlation(fit, outcome)")))
        .isEqualTo(DeviationSeverity.S3);
  }

  @Test
  void aScoreOfThePlansOwnIsHeldAgainstItsDefinition() {
    var own =
        STUDY
            .planned(
                "  cv_r2: {formula: 1 - sse/sst, sst: mean of training_fold}\n",
                "  cv_r2: {formula: 1 - sse/sst, sst: mean of training_fold}\n"
                    + "  scores: [{name: r, formula: \"correlation(fit, outcome)\"}]\n")
            .and(score("correlation(fit, outcome)"));
    assertThat(own.found()).isEmpty();
    assertThat(
            own.with(
                    e -> e.text("name").filter("r"::equals).isPresent(),
                    e -> e.with("definition", "1 - sse/sst"))
                .found())
        .containsExactly("X576 inference.scores.r");
  }

  @Test
  void theExceptionFromAContractKeepsItsReasonIfItHasOne() {
    var event =
        TraceEvent.of(TraceEvents.CONTRACT)
            .with("table", "people")
            .with("column", "age")
            .with("problem", "`age` is 130");
    var because = STUDY.and(event.with("because", "checked")).report().deviations().get(0);
    var blank = STUDY.and(event.with("because", " ")).report().deviations().get(0);
    assertThat(because.notes()).contains("the reason given is: checked");
    assertThat(blank.notes()).noneMatch(note -> note.startsWith("the reason"));
  }

  @Test
  void anAdditionWithoutAReasonIsNoAdmission() {
    var silent = STUDY.and(TraceEvent.of(TraceEvents.UNPLANNED).with("model", "x"));
    var admitted =
        STUDY.and(TraceEvent.of(TraceEvents.UNPLANNED).with("model", "x").with("because", "asked"));
    assertThat(silent.report().deviations().get(0).severity()).isEqualTo(DeviationSeverity.S3);
    assertThat(admitted.report().deviations().get(0).severity()).isEqualTo(DeviationSeverity.S1);
  }

  @Test
  void leavingThePrimaryModelOutWeighsMost() {
    var first = STUDY.without(e -> e.text("model").filter("first"::equals).isPresent()).report();
    var third = STUDY.without(e -> e.text("model").filter("third"::equals).isPresent()).report();
    assertThat(skipped(first)).isEqualTo(DeviationSeverity.S4);
    assertThat(skipped(third)).isEqualTo(DeviationSeverity.S3);
  }

  @Test
  void falsifiedIsSaidWhereOnlyTheConditionAgainstHolds() {
    var negative =
        STUDY.with(TraceEvents.FIT, "first", e -> e.withNumbers("coefficients", -0.5, 0.5));
    assertThat(negative.found()).containsExactly("X523 hypotheses.H1");
    assertThat(
            negative
                .with(
                    e -> e.text("id").filter("H1"::equals).isPresent(),
                    e -> e.with("verdict", "falsified"))
                .found())
        .isEmpty();
  }

  @Test
  void aCoefficientOfNoColumnIsTakenFromTheValues() {
    var other =
        STUDY
            .planned(
                "corroborated: \"coefficient(first, age) > 0\"",
                "corroborated: \"coefficient(first, iq) > 0\"")
            .with(
                e -> e.text("id").filter("H1"::equals).isPresent(),
                e ->
                    e.with(
                        "values",
                        TraceValue.fields(Map.of("coefficient(first, iq)", TraceValue.of(-1.0)))));
    assertThat(other.found()).containsExactly("X523 hypotheses.H1");
    var short1 =
        STUDY
            .with(TraceEvents.FIT, "first", e -> e.withNumbers("coefficients"))
            .with(
                e -> e.text("id").filter("H1"::equals).isPresent(),
                e -> e.with("values", TraceValue.fields(Map.of())));
    assertThat(short1.found()).containsExactly("gap hypotheses.H1");
  }

  @Test
  void valuesMayBeTruthsAndWords() {
    var truth =
        STUDY
            .planned("cv_mse(second) < 2 and cv_r2(second) > 0", "retained(second, age)")
            .with(
                e -> e.text("id").filter("H2"::equals).isPresent(),
                e ->
                    e.with(
                        "values",
                        TraceValue.fields(Map.of("retained(second, age)", TraceValue.of(true)))));
    assertThat(truth.found()).isEmpty();
    var wrong =
        truth.with(
            e -> e.text("id").filter("H2"::equals).isPresent(),
            e ->
                e.with(
                    "values",
                    TraceValue.fields(Map.of("retained(second, age)", TraceValue.of(false)))));
    assertThat(wrong.found()).containsExactly("X523 hypotheses.H2");
    var word =
        truth.with(
            e -> e.text("id").filter("H2"::equals).isPresent(),
            e ->
                e.with(
                    "values",
                    TraceValue.fields(Map.of("retained(second, age)", TraceValue.of("perhaps")))));
    assertThat(word.found()).containsExactly("X523 hypotheses.H2");
  }

  @Test
  void aHypothesisSpeaksOfTheModelsInEveryFormOfCondition() {
    for (var condition :
        List.of(
            "not (cv_r2(first) < 0)",
            "cv_r2(first) inside 0 .. 1",
            "at_least 1 of (cv_r2(first) > 0, cv_r2(first) > 1)",
            "sign(first) in (plus, none)")) {
      var study =
          STUDY
              .planned("cv_mse(second) < 2 and cv_r2(second) > 0", condition)
              .with(TraceEvents.GRID, "first", e -> e.withNumbers("l1Ratios", 0.4, 1));
      var labels =
          Judgement.of(study.evidence(), DeclaredDeviations.NONE, LockStanding.INTACT).labels();
      assertThat(labels.hypotheses().get(1).labelLostTo()).as(condition).contains("X504");
    }
  }

  @Test
  void anotherPlanCostsEveryLabel() {
    var other = STUDY.with(TraceEvents.START, e -> e.with("plan", "sha256:" + SmallStudy.SHA));
    var labels =
        Judgement.of(other.evidence(), DeclaredDeviations.NONE, LockStanding.INTACT).labels();
    assertThat(labels.hypotheses())
        .extracting(Labels.Of::labelLostTo)
        .containsExactly(List.of("X527"), List.of("X527"));
  }

  @Test
  void aMovedHypothesisLosesOnlyItsOwnLabel() {
    var moved =
        STUDY.setting("hypotheses.H1.corroborated", TraceValue.of("coefficient(first, age) > 1"));
    var labels =
        Judgement.of(moved.evidence(), DeclaredDeviations.NONE, LockStanding.INTACT).labels();
    assertThat(labels.hypotheses())
        .extracting(Labels.Of::labelLostTo)
        .containsExactly(List.of("X523"), List.of());
  }

  @Test
  void aListOfDeclarationsNeedsNoTitle() {
    var declared =
        new YamlPlanReader()
            .read(
                SourceFile.of(
                    "deviations.yaml",
                    "deviations: [{code: X504, path: models.second, reason: clerical, because: a slip,"
                        + " timing: before_data}]\n"))
            .then(tree -> DeclaredDeviations.of(tree.get("deviations").orElseThrow()))
            .orThrow();
    assertThat(declared.all().get(0).subject()).isEqualTo("X504 at models.second");
    assertThat(declared.all().get(0).timing().isBlind()).isTrue();
    var study = STUDY.with(TraceEvents.GRID, "first", e -> e.withNumbers("l1Ratios", 0.4, 1));
    var judgement = Judgement.of(study.evidence(), declared, LockStanding.INTACT);
    assertThat(judgement.verdict()).isEqualTo(Verdict.DEVIATES);
    assertThat(judgement.undeclared()).hasSize(1);
  }

  @Test
  void namesThatOnlyBeginAlikeAreNotOneInTheOther() {
    assertThat(PlanPaths.within("models.first", "models.fir")).isFalse();
    assertThat(PlanPaths.within("prepare[scale clinical].to", "prepare")).isTrue();
    assertThat(PlanPaths.related("prepare", "prepare[scale clinical]")).isTrue();
    assertThat(PlanPaths.related("sample", "prepare")).isFalse();
  }

  private static DeviationSeverity severity(String path, TraceValue value) {
    var found = STUDY.setting(path, value).report().deviations();
    assertThat(found).extracting(Deviation::path).containsExactly(path);
    return found.get(0).severity();
  }

  private static DeviationSeverity skipped(DeviationReport report) {
    return report.deviations().stream()
        .filter(d -> d.rule().code().equals("X509"))
        .findFirst()
        .orElseThrow()
        .severity();
  }

  private static TraceEvent score(String definition) {
    return TraceEvent.of(TraceEvents.SCORE)
        .with("model", "first")
        .with("name", "r")
        .with("definition", definition)
        .with("value", 0.5);
  }

  private static SmallStudy withoutData() {
    var plan = SmallStudy.PLAN;
    return STUDY.planned(plan.substring(plan.indexOf("data:\n"), plan.indexOf("sample:\n")), "");
  }

  /** What is found where the lock has no digest of the table yet. */
  private static List<String> unsealed(SmallStudy study) {
    var lock = SmallStudy.lock(SmallStudy.bind(SmallStudy.PLAN));
    var statement = lock.statement();
    var open =
        new PlanLock(
            new Statement(
                statement.plan(),
                statement.files(),
                List.of(new LockedTable("people.tsv", Optional.empty())),
                statement.provenance()));
    var same = study.with(TraceEvents.START, e -> e.with("lock", open.sha256().toString()));
    return DeviationReport.of(same.evidence(Optional.of(open))).deviations().stream()
        .map(d -> d.rule().code() + " " + d.path())
        .toList();
  }

  private static SmallStudy columns(SmallStudy study, String modelName, String... columns) {
    return study
        .with(TraceEvents.FIT, modelName, e -> columns(e, columns))
        .with(TraceEvents.DESIGN, modelName, e -> e.withTexts("columns", List.of(columns)));
  }

  private static TraceEvent columns(TraceEvent event, String... columns) {
    return event
        .withTexts("columns", List.of(columns))
        .withNumbers(
            "penaltyFactors",
            List.of(columns).stream()
                .mapToDouble(c -> c.equals("age") ? 0 : c.equals("sex") ? 2 : 1)
                .toArray())
        .withNumbers("coefficients", List.of(columns).stream().mapToDouble(c -> 0.5).toArray());
  }

  private static TraceEvent without(TraceEvent event, String field) {
    var rest = new LinkedHashMap<>(event.members());
    rest.remove(field);
    return new TraceEvent(event.seq(), event.type(), rest);
  }
}
