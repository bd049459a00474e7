package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.deviation.Foreknowledge.LateChange;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;

/**
 * What a study's ledger tells beside the trace: sibling plans, earlier executions, late changes.
 */
final class LedgerWordsTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();

  @ParameterizedTest(name = "siblings {0}, the ledger has {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-                            | -           | ''",
        "[]                           | -           | ''",
        "[pilot]                      | pilot       | ''",
        "[pilot]                      | -           | ''",
        "-                            | pilot       | X578 plan.siblings S1: [] -> [pilot]",
        "[]                           | pilot       | X578 plan.siblings S4: [] -> [pilot]",
        "{not_applicable: first plan} | pilot       | X578 plan.siblings S4: [] -> [pilot]",
        "[pilot]                      | pilot other | X578 plan.siblings S4: [pilot] -> [other]",
        "[]                           | pilot other | X578 plan.siblings S4: [] -> [pilot, other]",
      })
  void aSiblingIsNamedInThePlan(String siblings, String ledger, String found) {
    assertThat(SmallStudy.told(siblings(siblings, ledger))).isEqualTo(found);
  }

  @Test
  void aSiblingIsSaidInItsNumber() {
    assertThat(siblings("[]", "pilot").deviations().get(0).message())
        .isEqualTo("`pilot` was locked before on the same data, and the plan does not name it");
    assertThat(siblings("[]", "a b").deviations().get(0).message())
        .isEqualTo("`a`, `b` were locked before on the same data, and the plan does not name them");
    assertThat(siblings("[]", "a b c d e f g h").deviations().get(0).message())
        .startsWith("`a`, `b`, `c`, `d`, `e`, `f` and 2 more were locked before");
    var sibling = siblings("[]", "pilot").deviations().get(0);
    assertThat(DeviationKind.of(sibling)).contains(DeviationKind.SIBLING_PLAN);
    assertThat(sibling.isHeldAgainst()).isTrue();
    assertThat(siblings(null, "pilot").deviations().get(0).isHeldAgainst()).isFalse();
  }

  @Test
  void anUndeclaredSiblingCostsEveryLabel() {
    var study = STUDY.planned("plan: {id: small,", "plan: {id: small, siblings: [],");
    var judgement = judge(study, history(List.of("pilot"), List.of()));
    assertThat(judgement.verdict()).isEqualTo(Verdict.DEVIATES);
    assertThat(judgement.labels().hypotheses())
        .extracting(Labels.Of::labelLostTo)
        .containsOnly(List.of("X578"));
  }

  @ParameterizedTest(name = "executed before at {0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-   | -",
        "4   | this is execution 2 of this lock: the earlier ones began at seq 4",
        "4 9 | this is execution 3 of this lock: the earlier ones began at seq 4, 9",
      })
  void earlierExecutionsAreTold(String ledger, String said) {
    var numbers = words(ledger).stream().map(Long::valueOf).toList();
    var judgement = judge(STUDY, history(List.of(), numbers));
    assertThat(judgement.verdict()).isEqualTo(Verdict.CONFORMS);
    assertThat(judgement.diagnostics().stream().map(d -> d.message() + ": " + d.notes().get(0)))
        .isEqualTo(said == null ? List.of() : List.of(said));
    assertThat(judgement.diagnostics())
        .allMatch(d -> d.rule() == Rule.MANY_EXECUTIONS && d.severity() == Severity.NOTE);
  }

  @Test
  void aPlanThatCameTooLateIsToldAndCostsEveryLabel() {
    var late = new Foreknowledge(Optional.of("the outcome was released at seq 3"), List.of());
    var judgement = judge(STUDY, late);
    assertThat(late.isNone()).isFalse();
    assertThat(Foreknowledge.NONE.isNone()).isTrue();
    assertThat(judgement.labels().overall()).isEqualTo(Label.EXPLORATORY);
    assertThat(judgement.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("the outcome could be known before this plan was locked");
  }

  @ParameterizedTest(name = "{0} late changes")
  @CsvSource({"1, 1", "5, 5", "6, 6", "8, 6"})
  void manyLateChangesAreCounted(int changes, int lines) {
    var late =
        IntStream.range(0, changes).mapToObj(i -> new LateChange("sample.rules", "slip " + i));
    var foreknowledge = new Foreknowledge(Optional.empty(), late.toList());
    assertThat(foreknowledge.isNone()).isFalse();
    var told = judge(STUDY, foreknowledge).diagnostics();
    assertThat(told).hasSize(lines).allMatch(d -> d.rule() == Rule.FIXED_TOO_LATE);
    if (changes > lines - 1 && lines == 6) {
      assertThat(told.get(5).message())
          .isEqualTo(changes - 5 + " more values were changed when the outcome could be known");
    }
  }

  @Test
  void withoutHypothesesTheModelsBearTheLabels() {
    var plan = SmallStudy.PLAN;
    var claims = plan.substring(plan.indexOf("hypotheses:\n"), plan.indexOf("inference:\n"));
    var study = STUDY.planned(claims, "").without(e -> e.type().equals("hypothesis"));
    var judgement = judge(study, Foreknowledge.NONE);
    assertThat(judgement.labels().overall()).isEqualTo(Label.CONFIRMATORY);
    var late = new Foreknowledge(Optional.empty(), List.of(new LateChange("models.first", "why")));
    var labels = judge(study, late).labels();
    assertThat(labels.models())
        .extracting(Labels.Of::label)
        .containsExactly(Label.EXPLORATORY, Label.CONFIRMATORY, Label.EXPLORATORY);
    var grid = study.with("grid", "second", e -> e.withNumbers("l1Ratios", 0.4, 1));
    var touched = judge(grid, Foreknowledge.NONE);
    assertThat(touched.labels().costs(touched.deviations().get(0))).containsExactly("second");
    assertThat(touched.labels().overall()).isEqualTo(Label.CONFIRMATORY);
  }

  private static Judgement judge(SmallStudy study, Foreknowledge foreknowledge) {
    return Judgement.of(
        study.evidence(foreknowledge), DeclaredDeviations.NONE, LockStanding.INTACT);
  }

  private static DeviationReport siblings(@Nullable String said, @Nullable String ledger) {
    var study =
        said == null
            ? STUDY
            : STUDY.planned("plan: {id: small,", "plan: {id: small, siblings: " + said + ",");
    return DeviationReport.of(study.evidence(history(words(ledger), List.of())));
  }

  private static Foreknowledge history(List<String> plans, List<Long> executions) {
    return new Foreknowledge(
        Optional.empty(), List.of(), new StudyHistory(plans, executions, List.of()));
  }

  private static List<String> words(@Nullable String text) {
    return text == null ? List.of() : List.of(text.split(" "));
  }
}
