package org.planlock.execution.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** What a plan may say of a sequence of lambda of each fold's own. */
final class OwnSequencePlanTest {
  private static final String VALIDATE = EightRows.VALIDATE;
  private static final String PENALTY =
      EightRows.PENALTY.replaceAll(
              "(?m)^lambda_max.*$", "lambda_max: {formula: glmnet, using: analysis_set}")
          + "lambda_folds: {values: own, interpolation: linear, early_stop: glmnet}\n";

  @Test
  void isCarriedOut() {
    assertThat(EightRows.fit(EightRows.OUTCOME, PENALTY, VALIDATE).orThrow().cv()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l1_ratio: [0.5, 1.0] | l1_ratio: [0.5, 0.5]",
        "0.01 * max           | 1 * max",
        "0.01 * max           | 1.5 * max",
        "0.01 * max           | '\"1 * max when n < p, else 0.1 * max\"'",
        "0.01 * max           | '\"0.1 * max when n < p, else 2 * max\"'",
        "0.01 * max           | 0 * max",
        "0.01 * max           | 0.5",
        "0.01 * max           | max",
        "from: max            | from: 2 * max",
        "from: max            | from: 3",
        "values: 5            | values: 2",
        "log_spaced           | evenly_spaced",
      })
  void isRefusedInWordsWhereItMakesNoSequence(String what, String instead) {
    var refused = EightRows.fit(EightRows.OUTCOME, PENALTY.replace(what, instead), VALIDATE);
    assertThat(refused.diagnostics())
        .filteredOn(Diagnostic::isError)
        .extracting(Diagnostic::rule)
        .containsOnly(Rule.UNUSABLE_GRID)
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "formula: glmnet | formula: \"max_abs(x'(y - mean(y))) / (n * l1_ratio)\"",
        "scheme: leave_one_out | 'scheme: leave_one_out\nouter: {scheme: leave_one_out, inner:"
            + " {scheme: leave_one_out}, lambda_max: {using: analysis_set}}'",
      })
  void isRefusedBesideWordsOfAnotherStart(String what, String instead) {
    var refused =
        EightRows.fit(
            EightRows.OUTCOME,
            PENALTY.replace(what, instead),
            VALIDATE.replace(what, instead.replace("\\n", "\n")));
    assertThat(refused.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.NOT_EXECUTABLE);
  }

  @ParameterizedTest
  @CsvSource({"0.9999999999999999, 3", "0.9999999999999999, 100", "0.99999, 4", "1e-6, 3"})
  void isCarriedOutHoweverLittleItFalls(String share, String values) {
    var flat =
        PENALTY.replace("0.01 * max", share + " * max").replace("values: 5", "values: " + values);
    assertThat(EightRows.fit(EightRows.OUTCOME, flat, VALIDATE).orThrow().cv()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every_term: 1 | 'every_term: 1, excluded: [a, b, c]'",
        "every_term: 1 | every_term: 0"
      })
  void isRefusedWhereNothingCouldEnter(String what, String instead) {
    for (var penalty : List.of(PENALTY, PENALTY.replaceAll("(?m)^lambda_folds.*$", ""))) {
      var refused = EightRows.fit(EightRows.OUTCOME, penalty.replace(what, instead), VALIDATE);
      assertThat(refused.diagnostics())
          .filteredOn(Diagnostic::isError)
          .extracting(Diagnostic::rule)
          .containsExactly(Rule.NOTHING_TO_EXPLAIN);
    }
  }
}
