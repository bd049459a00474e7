package org.planlock.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.Departure;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.execution.sample.SampleResult;

/** Samples that cannot be, or must not be, analysed; the trial is src/test/resources/reference. */
class RefusedSamplesTest {
  private static final String PLAN = Prepared.text("rct21-table");

  private static Checked<SampleResult> with(String from, String to) {
    assertThat(PLAN).contains(from);
    return Prepared.of(PLAN.replace(from, to), Prepared.RCT).sample();
  }

  private static List<Rule> rules(Checked<?> checked) {
    return checked.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::rule)
        .toList();
  }

  @Test
  void aRuleThatCannotDecideNamesParticipantAndColumn() {
    var sample =
        with(
            "sample:\n",
            "sample:\n  rules:\n    - {exclude: education_years < 9 years, because: school}\n");
    assertThat(rules(sample)).containsExactly(Rule.RULE_UNDECIDED);
    assertThat(sample.diagnostics().get(0).message())
        .isEqualTo("the rule `school` cannot decide about `sub-19`: `education_years` is missing");
    assertThat(sample.diagnostics().get(0).span().text()).contains("school");
  }

  @Test
  void aRuleMaySayWhatMissingMeans() {
    var met =
        with(
            "sample:\n",
            "sample:\n  rules:\n    - {exclude: education_years < 9 years, because: school,"
                + " missing: counts_as_met}\n");
    var departures = met.orThrow().departures();
    assertThat(departures)
        .contains(new Departure("sub-19", "sample.rules[school]", "school", Departure.Origin.PLAN));
  }

  @Test
  void aMisspeltColumnInARuleIsNoText() {
    var sample =
        with("sample:\n", "sample:\n  rules:\n    - {include: grup = ketamine, because: arm}\n");
    assertThat(rules(sample)).containsOnly(Rule.UNKNOWN_COLUMN);
    assertThat(sample.diagnostics().get(0).message()).contains("`grup`");
  }

  @Test
  void aRuleCannotLookAtWhatAStepLearns() {
    var sample =
        with(
            "sample:\n",
            "sample:\n  rules:\n    - {exclude: d_faces_bold_aHC > 3, because: far}\n");
    assertThat(rules(sample)).containsExactly(Rule.NOT_YET_FORMED);
    assertThat(
            with(
                    "sample:\n",
                    "sample:\n  rules:\n    - {exclude: missing(d_faces_bold_aHC),"
                        + " because: none}\n")
                .isSound())
        .isTrue();
  }

  @Test
  void looksNoEarlierThanTheTarget() {
    var early = with("target: 21 enrolled", "target: 30 enrolled");
    assertThat(rules(early)).containsExactly(Rule.TARGET_NOT_REACHED);
    var prepared =
        Prepared.of(PLAN.replace("target: 21 enrolled", "target: 30 enrolled"), Prepared.RCT);
    var request = new SampleRequest(Map.of(), Optional.of("the funder asks"));
    assertThat(prepared.sample(request).isSound()).isTrue();
    assertThat(prepared.trace.trace("t").first("sample").orElseThrow().text("early"))
        .contains("the funder asks");
  }

  @Test
  void goesNoFurtherBelowTheMinimum() {
    assertThat(rules(with("minimum: 16 analysis_set", "minimum: 18 analysis_set")))
        .containsExactly(Rule.BELOW_MINIMUM);
  }

  @Test
  void goesNoFurtherWithTooFewInAnArm() {
    var sample = with("{per_group: 6, in: training_fold}", "{per_group: 9, in: analysis_set}");
    assertThat(rules(sample)).containsOnly(Rule.BELOW_ABORT_LIMIT);
    assertThat(sample.diagnostics().get(0).message())
        .contains("in analysis_set, the plan goes on with 9");
  }

  @Test
  void countsArmsInEveryTrainingFold() {
    var prepared =
        Prepared.of(
            PLAN.replace("{per_group: 6, in: training_fold}", "{per_group: 8, in: training_fold}"),
            Prepared.RCT);
    var analysed = prepared.sample().orThrow().analysed();
    var engine = prepared.engine();
    var fold = new Learning(analysed.subList(1, 17), analysed, Optional.empty(), "1");
    var design = engine.design(prepared.spec("drug_agnostic"), fold);
    assertThat(rules(design)).containsOnly(Rule.BELOW_ABORT_LIMIT);
    assertThat(design.diagnostics().get(0).message()).contains("training_fold of fold 1");
  }

  @Test
  void twoParticipantsAreNoSample() {
    var sample =
        with(
            "  minimum: 16 analysis_set\n",
            "  rules:\n    - {include: age > 64 years, because: old}\n");
    assertThat(rules(sample)).contains(Rule.TOO_FEW_ANALYSED);
  }

  @Test
  void leavesOutOnPurposeWithTheReasonOfTheCommandLine() {
    var prepared = Prepared.of(PLAN, Prepared.RCT);
    var request =
        new SampleRequest(
            Map.of("sub-07", "fell asleep", "sub-01", "fell asleep"), Optional.empty());
    var sample = prepared.sample(request).orThrow();
    assertThat(sample.analysed()).hasSize(16);
    assertThat(sample.departures())
        .contains(new Departure("sub-01", "--exclude", "fell asleep", Departure.Origin.OVERRIDE))
        .anyMatch(d -> d.participant().equals("sub-07") && d.origin() == Departure.Origin.PLAN);
  }

  @Test
  void doesNotLeaveOutWhoIsNotThere() {
    var request = new SampleRequest(Map.of("sub-7", "fell asleep"), Optional.empty());
    var sample = Prepared.of(PLAN, Prepared.RCT).sample(request);
    assertThat(rules(sample)).containsExactly(Rule.UNKNOWN_PARTICIPANT);
    assertThat(sample.diagnostics().get(0).helps()).isNotEmpty();
  }

  @Test
  void aLevelThatThePlanDoesNotKnowBreaksTheContract() {
    var sample = with("levels: [midazolam, ketamine]", "levels: [midazolam, Ketamine]");
    assertThat(rules(sample)).contains(Rule.UNKNOWN_LEVEL);
  }
}
