package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** What is said of an analysis: the verdict, the labels, the declarations and the messages. */
final class JudgementTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();
  private static final SmallStudy OTHER_GRID =
      STUDY.with(TraceEvents.GRID, "first", e -> e.withNumbers("l1Ratios", 0.4, 1));
  private static final SmallStudy COMPLETED =
      STUDY.setting("retained", TraceValue.of("abs(coefficient) > 0"));

  @Test
  void undeclaredDeviationsDeviate() {
    assertThat(judge(OTHER_GRID, "").verdict()).isEqualTo(Verdict.DEVIATES);
  }

  @Test
  void declaredDeviationsAreSaidToBe() {
    var judgement = judge(OTHER_GRID, "path: models.first.penalty.l1_ratio");
    assertThat(judgement.verdict()).isEqualTo(Verdict.DEVIATES_DECLARED);
    assertThat(judgement.declared()).hasSize(1);
    assertThat(judgement.undeclared()).isEmpty();
  }

  @Test
  void completionsAreListedAndConform() {
    var judgement = judge(COMPLETED, "");
    assertThat(judgement.verdict()).isEqualTo(Verdict.CONFORMS);
    assertThat(judgement.deviations())
        .extracting(Deviation::severity)
        .containsExactly(DeviationSeverity.S1);
    assertThat(judgement.diagnostics())
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.NOTE);
  }

  @Test
  void aChangedLockIsTampering() {
    var judgement = Judgement.of(STUDY.evidence(), DeclaredDeviations.NONE, LockStanding.ALTERED);
    assertThat(judgement.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(judgement.labels().overall()).isEqualTo(Label.EXPLORATORY);
  }

  @Test
  void withoutATraceNobodyCanTell() {
    assertThat(Judgement.withoutTrace(LockStanding.INTACT).verdict())
        .isEqualTo(Verdict.CANNOT_TELL);
    assertThat(Judgement.withoutTrace(LockStanding.ALTERED).verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(judge(STUDY.events(List.of()), "").verdict()).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void withoutAnEndTheAnalysisIsIncomplete() {
    var judgement = judge(STUDY.without(TraceEvents.END), "");
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(judgement.deviations()).isEmpty();
  }

  @Test
  void whatIsNotRecordedNeverConforms() {
    var judgement = judge(STUDY.without(TraceEvents.STEP), "");
    assertThat(judgement.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(judgement.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.EVIDENCE_MISSING);
  }

  @Test
  void anUnprovenTimeCountsOnlyWhereItWasAskedFor() {
    assertThat(verdict(new LockStanding(true, true, false))).isEqualTo(Verdict.UNANCHORED);
    assertThat(verdict(new LockStanding(true, true, true))).isEqualTo(Verdict.CONFORMS);
    assertThat(verdict(new LockStanding(true, false, false))).isEqualTo(Verdict.CONFORMS);
  }

  @Test
  void aHypothesisLosesItsLabelToADeviationOfItsModels() {
    var labels = judge(OTHER_GRID, "").labels();
    assertThat(labels.hypotheses().get(0).label()).isEqualTo(Label.EXPLORATORY);
    assertThat(labels.hypotheses().get(0).labelLostTo()).containsExactly("X504");
    assertThat(labels.models())
        .extracting(Labels.Of::labelLostTo)
        .containsExactly(List.of("X504"), List.of(), List.of());
  }

  @Test
  void aDeviationElsewhereLeavesAHypothesisItsLabel() {
    var study = STUDY.with(TraceEvents.GRID, "second", e -> e.withNumbers("l1Ratios", 0.4, 1));
    var labels = judge(study, "").labels();
    assertThat(labels.hypotheses())
        .extracting(Labels.Of::label)
        .containsExactly(Label.CONFIRMATORY, Label.EXPLORATORY);
    assertThat(labels.overall()).isEqualTo(Label.CONFIRMATORY);
  }

  @Test
  void aDeviationOfTheSampleTouchesAll() {
    var study = STUDY.without(TraceEvents.EXCLUSION);
    var labels = judge(study, "").labels();
    assertThat(labels.hypotheses())
        .extracting(Labels.Of::labelLostTo)
        .containsExactly(List.of("X512"), List.of("X512"));
    assertThat(labels.overall()).isEqualTo(Label.EXPLORATORY);
  }

  @Test
  void whatWasDecidedBlindAndDeclaredLeavesTheLabel() {
    var blind = judge(OTHER_GRID, "code: X504", "data_exist_blind");
    var late = judge(OTHER_GRID, "code: X504", "after_results");
    assertThat(blind.labels().hypotheses().get(0).label()).isEqualTo(Label.CONFIRMATORY);
    assertThat(late.labels().hypotheses().get(0).label()).isEqualTo(Label.EXPLORATORY);
    assertThat(late.deviations().get(0).severity()).isEqualTo(DeviationSeverity.S4);
    assertThat(blind.deviations().get(0).severity()).isEqualTo(DeviationSeverity.S3);
  }

  @Test
  void anExploratoryModelStaysOne() {
    var labels = judge(STUDY, "").labels();
    assertThat(labels.models())
        .extracting(Labels.Of::label)
        .containsExactly(Label.CONFIRMATORY, Label.CONFIRMATORY, Label.EXPLORATORY);
  }

  @Test
  void withoutALockEverythingIsExploratory() {
    var judgement =
        Judgement.of(
            STUDY.evidence(Optional.empty()), DeclaredDeviations.NONE, LockStanding.INTACT);
    assertThat(judgement.labels().overall()).isEqualTo(Label.EXPLORATORY);
    assertThat(judgement.labels().hypotheses())
        .extracting(Labels.Of::label)
        .containsOnly(Label.EXPLORATORY);
  }

  @Test
  void anAnalysisThatCallsItselfExploratoryIs() {
    var study = STUDY.with(TraceEvents.START, e -> e.with("label", "exploratory"));
    assertThat(judge(study, "").labels().overall()).isEqualTo(Label.EXPLORATORY);
  }

  @Test
  void withoutHypothesesTheModelsDecide() {
    var study =
        STUDY
            .planned("hypotheses:\n", "hypotheses: {not_applicable: none}\n")
            .planned(
                "  - {id: H1, corroborated: \"coefficient(first, age) > 0\", falsified: \"coefficient(first, age) < 0\"}\n",
                "")
            .planned(
                "  - {id: H2, corroborated: \"cv_mse(second) < 2 and cv_r2(second) > 0\"}\n", "")
            .without(TraceEvents.HYPOTHESIS);
    assertThat(judge(study, "").labels().overall()).isEqualTo(Label.CONFIRMATORY);
  }

  @Test
  void aDeclarationOfWhatWasNotFoundIsAWarning() {
    var judgement = judge(STUDY, "code: X512\n    participant: s3");
    assertThat(judgement.verdict()).isEqualTo(Verdict.CONFORMS);
    assertThat(judgement.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.DECLARED_NOT_FOUND);
    assertThat(judgement.diagnostics().get(0).span().place()).startsWith("deviations.yaml:2");
  }

  @Test
  void aDeclarationMayNameAParticipantOrASharedPath() {
    var vanished = STUDY.without(TraceEvents.EXCLUSION);
    assertThat(judge(vanished, "path: sample.rules\n    participant: s7").verdict())
        .isEqualTo(Verdict.DEVIATES_DECLARED);
    assertThat(judge(vanished, "path: sample.rules\n    participant: s1").verdict())
        .isEqualTo(Verdict.DEVIATES);
    assertThat(judge(OTHER_GRID, "path: penalty.l1_ratio").verdict())
        .isEqualTo(Verdict.DEVIATES_DECLARED);
    assertThat(judge(OTHER_GRID, "path: model.first.penalty.l1_ratio").verdict())
        .isEqualTo(Verdict.DEVIATES_DECLARED);
    assertThat(judge(OTHER_GRID, "path: models.first\n    code: X504").verdict())
        .isEqualTo(Verdict.DEVIATES_DECLARED);
    assertThat(judge(OTHER_GRID, "path: models.first").verdict()).isEqualTo(Verdict.DEVIATES);
    assertThat(judge(OTHER_GRID, "code: X505").verdict()).isEqualTo(Verdict.DEVIATES);
  }

  @Test
  void mistakesInDeclarationsHaveTheirPlace() {
    assertThat(mistakes("deviations:\n  - {because: x, reason: clerical, timing: unknown}\n"))
        .containsExactly(Rule.MISSING_KEY);
    assertThat(
            mistakes(
                "deviations:\n  - {code: P201, because: x, reason: clerical, timing: unknown}\n"))
        .containsExactly(Rule.UNKNOWN_WORD);
    assertThat(
            mistakes("deviations:\n  - {code: X504, because: x, reason: mood, timing: unknown}\n"))
        .containsExactly(Rule.UNKNOWN_WORD);
    assertThat(mistakes("deviations:\n  - {code: X504, reason: clerical, timing: late}\n"))
        .contains(Rule.MISSING_KEY, Rule.UNKNOWN_WORD);
    assertThat(mistakes("others: []\n")).containsExactly(Rule.WRONG_SHAPE);
    assertThat(mistakes("deviations: []\nothers: []\n")).containsExactly(Rule.WRONG_SHAPE);
  }

  @Test
  void aMessageNamesPlanTraceAndBothValues() {
    var finding = judge(OTHER_GRID, "").diagnostics().get(0);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.message())
        .isEqualTo(
            "`first` was tuned over other l1_ratio values than registered"
                + " (undeclared deviation, S3)");
    assertThat(finding.span().file().name()).isEqualTo("small.yaml");
    assertThat(finding.span().text()).isEqualTo("[0.5, 1]");
    assertThat(finding.labels().get(0).span().file().name()).startsWith("trace.jsonl:");
    assertThat(finding.notes()).contains("registered: [0.5, 1]; recorded: [0.4, 1]");
    assertThat(finding.helps()).hasSize(2);
  }

  @Test
  void aDeclaredMessageIsANoteWithItsReason() {
    var finding = judge(OTHER_GRID, "code: X504").diagnostics().get(0);
    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
    assertThat(finding.notes()).contains("declared: a slip of the pen (clerical, unknown)");
  }

  @Test
  void aPlaceWithoutASourceIsItsPath() {
    var bound = SmallStudy.bind(SmallStudy.PLAN);
    var canonical = org.planlock.plan.PlanBinder.bind(bound.canonical()).orThrow();
    var paths = new PlanPaths(canonical);
    assertThat(paths.place("models.first").file().name()).isEqualTo("models.first");
  }

  @Test
  void theFloorFallsWhereTheRegisteredGridWasTriedAndDecides() {
    var study =
        STUDY
            .with(
                TraceEvents.GRID,
                "first",
                e ->
                    e.withNumbers("l1Ratios", 0.5, 0.75, 1)
                        .with("lambdaMax", TraceValue.numbers(4, 3, 2))
                        .with(
                            "lambdas",
                            TraceValue.items(
                                List.of(
                                    TraceValue.numbers(4, 0.4, 0.04),
                                    TraceValue.numbers(3, 0.3, 0.03),
                                    TraceValue.numbers(2, 0.2, 0.02)))))
            .and(
                TraceEvent.of(TraceEvents.CV)
                    .with("model", "first")
                    .with("l1Ratio", 0.75)
                    .withNumbers("lambda", 3, 0.3, 0.03)
                    .withNumbers("mse", 4, 4, 4));
    var deviation = judge(study, "").deviations().get(0);
    assertThat(deviation.path()).isEqualTo("models.first.penalty.l1_ratio");
    assertThat(deviation.severity()).isEqualTo(DeviationSeverity.S2);
  }

  @Test
  void consequencesAreListedUnderTheirCause() {
    var study = STUDY.without(TraceEvents.EXCLUSION);
    assertThat(study.report().deviations().get(0).consequences())
        .containsExactly("everything after it rests on 6 participants");
  }

  private static Verdict verdict(LockStanding standing) {
    return Judgement.of(STUDY.evidence(), DeclaredDeviations.NONE, standing).verdict();
  }

  private static Judgement judge(SmallStudy study, String declared) {
    return judge(study, declared, "unknown");
  }

  private static Judgement judge(SmallStudy study, String declared, String timing) {
    var text =
        "deviations:\n  - "
            + declared
            + "\n    reason: clerical\n    because: a slip of the pen\n    timing: "
            + timing
            + "\n";
    var declarations = declared.isEmpty() ? DeclaredDeviations.NONE : read(text);
    return Judgement.of(study.evidence(), declarations, LockStanding.INTACT);
  }

  private static DeclaredDeviations read(String text) {
    return new YamlPlanReader()
        .read(SourceFile.of("deviations.yaml", text))
        .then(DeclaredDeviations::of)
        .orThrow();
  }

  private static List<Rule> mistakes(String text) {
    return new YamlPlanReader()
            .read(SourceFile.of("deviations.yaml", text))
            .then(DeclaredDeviations::of)
            .diagnostics()
            .stream()
            .map(Diagnostic::rule)
            .toList();
  }

  @Test
  void whatNoProgramCanSeeIsOnTrustWhereThePlanStatesIt() {
    var study =
        STUDY.planned(
            "plan: {id: small, title: A small study",
            "plan: {persons: [{role: analyst, name: A. Author, blinded_to: [sex], signs: [plan]}],"
                + " id: small, title: A small study");
    var judged = Judgement.of(study.evidence(), DeclaredDeviations.NONE, LockStanding.INTACT);
    assertThat(judged.onTrust()).extracting(OnTrust::id).contains("A2").doesNotContain("H3");
    assertThat(OnTrust.line(judged.onTrust()).orElseThrow())
        .startsWith("A2")
        .endsWith(": stated, and no program can see whether it was kept");
    assertThat(OnTrust.line(java.util.List.of())).isEmpty();
  }
}
