package org.planlock.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** Preparations that stop, with everything that stops them named. */
class RefusedPreparationsTest {
  private static final String PLAN = Prepared.text("rct21-table");
  private static final String EVERYBODY = PLAN.replaceAll("(?m)^  rows: complete_cases.*\\n", "");

  private static Checked<Design> design(String plan, String from, String to) {
    assertThat(plan).contains(from);
    return Prepared.of(plan.replace(from, to), Prepared.RCT).design("drug_agnostic");
  }

  private static List<Rule> rules(Checked<?> checked) {
    return checked.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::rule)
        .toList();
  }

  @Test
  void aMissingCellIsNeverDroppedSilently() {
    var design = Prepared.of(EVERYBODY, Prepared.RCT).design("drug_agnostic");
    assertThat(rules(design)).containsOnly(Rule.MISSING_CELL);
    assertThat(design.diagnostics().stream().map(Diagnostic::message))
        .contains(
            "`education_years` is missing for `sub-19`",
            "`d_stroop_bold_rACC` is missing for `sub-07`, `sub-16`");
  }

  @Test
  void imputesNoMoreThanTheLimit() {
    var design =
        design(
            EVERYBODY,
            "      - {step: 3, code",
            "      - {step: 9, impute: [imaging, education_years], by: mean, using: analysis_set,"
                + " limit: 5 % per column of analysis_set, over_limit: abort}\n"
                + "      - {step: 3, code");
    assertThat(rules(design)).containsOnly(Rule.OVER_MISSING_LIMIT);
    assertThat(design.diagnostics().get(0).message())
        .isEqualTo("`d_stroop_bold_rACC` misses 2 of 21 values (9.5 %)");
  }

  @Test
  void imputesTheMedianOfTheTrainingRows() {
    var plan =
        EVERYBODY
            .replaceAll("(?m)^  abort: .*\\n", "")
            .replace(
                "      - {step: 3, code",
                "      - {step: 9, impute: [imaging, education_years], by: median, using: training_fold}\n"
                    + "      - {step: 3, code");
    var prepared = Prepared.of(plan, Prepared.RCT);
    var engine = prepared.engine();
    var all = prepared.sample().orThrow().analysed();
    var few = List.of("sub-01", "sub-02", "sub-03", "sub-04");
    engine.design(prepared.spec("drug_agnostic"), new Learning(few, all, Optional.empty(), "1"));
    var event =
        engine.stepEvents().stream()
            .filter(e -> e.text("verb").filter("impute"::equals).isPresent())
            .findFirst()
            .orElseThrow();
    var learnt = event.object("learnt").orElseThrow().object("education_years").orElseThrow();
    // participants.tsv: sub-01 to sub-04 have 13, 11, 16 and 11 years; the mean of 11 and 13
    assertThat(learnt.number("value")).contains(12.0);
    assertThat(event.texts("fitRows").orElseThrow()).isEqualTo(few);
  }

  @Test
  void levelsAreNumbersOnlyAfterTheirCode() {
    var design = design(PLAN, "      - {step: 3, code: [sex, ", "      - {step: 3, code: [");
    assertThat(rules(design)).contains(Rule.NOT_A_NUMBER_COLUMN);
    assertThat(design.diagnostics().get(0).message()).contains("`sex` holds text");
  }

  @Test
  void aReferenceIsOneOfTheLevels() {
    var design = design(PLAN, "levels: [M, F], reference: M", "levels: [M, F], reference: male");
    assertThat(rules(design)).contains(Rule.CODING_UNCLEAR);
  }

  @Test
  void aStepThatComesTooEarlyIsNamed() {
    var design = design(PLAN, "      - {step: 2, derive: [imaging], using: row}\n", "");
    assertThat(rules(design)).containsOnly(Rule.NOT_YET_FORMED);
    assertThat(design.diagnostics().get(0).message())
        .isEqualTo("`d_faces_bold_amygdala` is used before it is derived");
  }

  @Test
  void residualsNeedTheirStepFirst() {
    var design =
        design(
            PLAN,
            "      - {step: 1, residualise: every measure, on: [fd_(measure), intercept], rows:"
                + " participant x session pooled, using: enrolled, incomplete_rows: left_out}\n",
            "");
    assertThat(rules(design)).contains(Rule.NO_VALUES);
    assertThat(design.diagnostics().get(0).notes().get(0)).contains("was not residualised");
  }

  @Test
  void aTermOutsideTheColumnsHasNoPlace() {
    var design =
        design(
            PLAN, "columns: [imaging, clinical, group, \"imaging:group\"]", "columns: [imaging]");
    assertThat(rules(design)).contains(Rule.NOT_AMONG_COLUMNS);
  }

  @Test
  void rowsMustFitTheColumn() {
    var design = design(PLAN, "rows: participant x session pooled", "rows: participant");
    assertThat(rules(design)).contains(Rule.WRONG_ROWS);
  }

  @Test
  void readsOnlyBelowItsFolder() {
    var design =
        Prepared.of(
            PLAN.replace("file: participants.tsv", "file: ../rct21/participants.tsv"),
            Prepared.RCT.resolve("phenotype"));
    assertThat(rules(design.frame())).contains(Rule.OUTSIDE_THE_FOLDER);
  }
}
