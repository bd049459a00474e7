package org.planlock.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.readiness.OpenChoice;
import org.planlock.execution.readiness.OpenChoices;
import org.planlock.execution.readiness.Support;

/** What is asked of a plan before its data are read. */
class ReadinessTest {
  private static final String PLAN = Prepared.text("rct21-table");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rct21-table",
        "s03-s04-sudmex",
        "s05-rpn-flow",
        "s06-rpn-circuit",
        "ds003007-contract"
      })
  void referencePlansLeaveNothingOpenAndAreExecutable(String name) {
    var bound = Prepared.bind(Prepared.text(name));
    assertThat(OpenChoices.of(bound.plan())).isEmpty();
    assertThat(Support.check(bound.plan(), new Places(bound))).isEmpty();
  }

  @Test
  void theExampleOfTheRepositoryIsExecutable() throws IOException {
    var yaml = Files.readString(Path.of("examples/ketamine-ptsd/ketamine-ptsd.plan.yaml"));
    var bound = Prepared.bind(yaml);
    assertThat(OpenChoices.of(bound.plan())).isEmpty();
    assertThat(Support.check(bound.plan(), new Places(bound))).isEmpty();
    var prepared = new Prepared(bound, Path.of("examples/ketamine-ptsd/data"));
    assertThat(prepared.sample().orThrow().analysed()).hasSize(21);
    assertThat(prepared.design("ptsd_specific").orThrow().columns()).hasSize(35);
  }

  @Test
  void theFullTargetPlanIsRefusedConstructByConstruct() throws IOException {
    var yaml = Files.readString(Path.of("src/test/resources/targets/ketamine-ptsd.plan.yaml"));
    var bound = Prepared.bind(yaml);
    var found = Support.check(bound.plan(), new Places(bound));
    assertThat(found).extracting(Diagnostic::rule).containsOnly(Rule.NOT_EXECUTABLE);
    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly(
            "`connectivity` from images or series (`rest_fc_vmPFC_amygdala` and 1 more)"
                + " cannot be carried out by this version",
            "`crossnobis` from images or series (`faces_ldc_rACC_fearful_neutral`)"
                + " cannot be carried out by this version",
            "`gppi` from images or series (`faces_gppi_vmPFC_amygdala`)"
                + " cannot be carried out by this version",
            "`mean_signal` from images or series (`faces_bold_amygdala` and 9 more)"
                + " cannot be carried out by this version",
            "`drop_run when mean_fd(run) > 0.9 mm` cannot be carried out by this version",
            "`mean_fd(run)`, movement computed from motion files,"
                + " cannot be carried out by this version",
            "`p_holm` in the criteria of `H1` cannot be carried out by this version",
            "`p_holm` in the criteria of `H2` cannot be carried out by this version",
            "`p_holm` in the criteria of `H3` cannot be carried out by this version",
            "the permutation null of `H1` cannot be carried out by this version",
            "the permutation null of `H2` cannot be carried out by this version",
            "the permutation null of `H3` cannot be carried out by this version");
    assertThat(found).allMatch(each -> each.span().line() > 1);
  }

  @Test
  void asksForTheScopeOfAStep() {
    var open = OpenChoices.of(Prepared.bind(PLAN.replace(", using: enrolled", "")).plan());
    assertThat(open)
        .containsExactly(
            new OpenChoice(
                "prepare.main.1.using",
                "from which rows the step learns",
                List.of("enrolled", "analysis_set", "training_fold")));
  }

  @Test
  void asksForTheChoicesOfAFitModelByModel() {
    var bound = Prepared.bind(PLAN.replace("  objective: glmnet\n", ""));
    assertThat(OpenChoices.of(bound.plan()))
        .extracting(OpenChoice::path)
        .containsExactly(
            "models.drug_agnostic.penalty.objective", "models.drug_specific.penalty.objective");
    var refused = OpenChoices.refusals(OpenChoices.of(bound.plan()), new Places(bound));
    assertThat(refused.get(0).helps().get(0))
        .contains("--choose models.drug_agnostic.penalty.objective=VALUE", "`textbook`");
  }

  @Test
  void asksForTheCodesOfLevels() {
    var bound = Prepared.bind(PLAN.replace("reference: M, code: {dummy: [0, 1]}", "reference: M"));
    assertThat(OpenChoices.of(bound.plan()))
        .extracting(OpenChoice::path)
        .containsExactly("data.columns.sex.code");
  }

  @Test
  void theLossesOfTwoClassesNeedClasses() {
    for (var loss : List.of("misclassification", "binomial_deviance")) {
      var bound = Prepared.bind(PLAN.replace("{of: squared_error,", "{of: " + loss + ","));
      assertThat(Support.check(bound.plan(), new Places(bound)))
          .extracting(Diagnostic::message)
          .containsExactly(
              "`loss " + loss + "` of a gaussian outcome cannot be carried out by this version");
    }
  }
}
