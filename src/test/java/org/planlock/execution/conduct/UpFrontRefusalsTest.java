package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** What cannot be carried out is said before anything is read: the folder of data is not there. */
final class UpFrontRefusalsTest {
  private static final String OUTER = "{scheme: leave_one_out, inner: {scheme: leave_one_out}, ";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "validate.select | {minimum: jointly, over: [lambda]} | a choice of lambda alone among"
            + " several values of l1_ratio",
        "validate.select | {over: [l1_ratio, lambda]} | a `select` that names not exactly one of"
            + " `minimum` and `one_standard_error`",
        "validate.select.folds | drawn anew | `folds drawn anew`",
        "validate.edge | abort | `edge abort`",
        "validate.outer | {scheme: leave_one_out, inner: {scheme: none}, lambda_max: {using:"
            + " analysis_set}} | nested validation without inner folds",
        "validate.outer | {scheme: leave_one_out, by: site, inner: {scheme: leave_one_out},"
            + " lambda_max: {using: analysis_set}} | folds by `site`",
        "validate.outer | {scheme: leave_one_out, inner: {scheme: leave_one_out}, lambda_max:"
            + " {using: training_fold}} | `lambda_max using training_fold` in the outer loop",
        "validate | {scheme: none} | a grid of several cells without validation to choose one",
        "validate | {not_applicable: no time} | a grid of several cells without validation to"
            + " choose one",
        "penalty.lambda_max | {formula: glmnet, using: training_fold} | `lambda_max using"
            + " training_fold`",
        "penalty.lambda_max | {formula: glmnet, using: analysis_set, prepared: training_fold} |"
            + " `lambda_max` prepared using `training_fold`",
        "penalty.kkt.tolerance | 0.2 | a tolerance above 0.1",
        "penalty.distribution.refit | least_squares of retained | `refit least_squares of retained`",
        "penalty.penalty_factor.bounds | positive only | `bounds positive only`",
        "penalty.lambda_folds.interpolation | spline | `interpolation spline`",
        "penalty | {family: none, distribution: {family: binomial}} | `family binomial` without a"
            + " penalty",
      })
  void refusesOnceForAllModelsAndReadsNothing(String path, String yaml, String construct) {
    var execution = nowhere();
    for (var modelName : new String[] {"drug_agnostic", "drug_specific"}) {
      execution = execution.with("models." + modelName + "." + path, yaml);
    }
    var found = execution.carriedOut().diagnostics();
    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly(construct + " cannot be carried out by this version");
    assertThat(found).extracting(Diagnostic::rule).containsOnly(Rule.NOT_EXECUTABLE);
    assertThat(found.get(0).helps()).isNotEmpty();
    assertThat(execution.trace.trace("t").events()).isEmpty();
  }

  @Test
  void saysAllOfThemTogether() {
    var found =
        nowhere()
            .with("models.drug_agnostic.validate.edge", "abort")
            .with(
                "models.drug_specific.penalty.lambda_max",
                "{formula: glmnet, using: training_fold}")
            .carriedOut()
            .diagnostics();
    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly(
            "`edge abort` cannot be carried out by this version",
            "`lambda_max using training_fold` cannot be carried out by this version");
  }

  @Test
  void asksForTheSeedOfRandomOuterFoldsAndForTheRowsOfTheirLargestStrength() {
    var found =
        nowhere()
            .with("models.drug_agnostic.penalty.lambda.from", "max")
            .with(
                "models.drug_agnostic.penalty.lambda_max", "{formula: glmnet, using: analysis_set}")
            .with(
                "models.drug_agnostic.validate.outer",
                "{scheme: k_fold 5, inner: {scheme: leave_one_out}}")
            .carriedOut()
            .diagnostics();
    assertThat(found).extracting(Diagnostic::rule).containsOnly(Rule.OPEN_CHOICE);
    assertThat(found)
        .extracting(d -> d.helps().get(0))
        .anyMatch(help -> help.contains("models.drug_agnostic.validate.seed"))
        .anyMatch(help -> help.contains("models.drug_agnostic.validate.outer.lambda_max"));
  }

  @Test
  void readsWhereNothingIsRefused() {
    var outer = OUTER + "lambda_max: {using: analysis_set}}";
    assertThat(
            nowhere().with("models.drug_agnostic.validate.outer", outer).carriedOut().diagnostics())
        .isNotEmpty()
        .noneMatch(found -> found.rule() == Rule.NOT_EXECUTABLE);
  }

  private Execution nowhere() {
    return Execution.of("rct21-table", folder.resolve("not-there"));
  }
}
