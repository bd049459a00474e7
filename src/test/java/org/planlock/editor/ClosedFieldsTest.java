package org.planlock.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hover names those fields that its value helps to close, and no other. */
class ClosedFieldsTest {
  private static final Pattern FIELD = Pattern.compile("(?m)^Field ([A-L]\\d+)");

  private static final String PLAN =
      """
      planlock: 1
      plan: {id: x}
      data:
        tables:
          - {name: t, file: t.tsv, key: [id]}
        columns:
          - {name: score, table: t, type: number, range: [0, 80], unit: points}
          - {name: age, table: t, type: number, range: [18, 70], unit: years}
          - {name: sex, table: t, levels: [F, M], reference: F}
      variables:
        - {name: y, role: outcome, value: score, unit: points}
        - {name: older, role: predictor, value: age, unit: years}
      prepare:
        - name: main
          steps:
            - {step: 1, residualise: older, on: age, fd: {column: age, first_row: drop}}
            - {step: 2, scale: older, to: z(sd n-1), using: training_fold}
      models:
        - {name: m1, outcome: y, terms: [age]}
        - {name: m2, role: exploratory, outcome: y, terms: [older]}
      penalty: {family: none, standardize: false}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terms: [age]       | ",
        "terms: [older]     | D7",
        "'range: [0, 80]'   | B1",
        "'range: [18, 70]'  | ",
        "value: score       | B2, B4",
        "value: age         | B2",
        "reference: F       | G1, G2",
        "column: age        | E1",
        "on: age            | E3",
        "'using: training'  | G4",
        "standardize: false | G4",
        "family: none       | H1"
      })
  void fieldsAreThoseOfTheValue(String words, String expected) {
    var found = fields(words);
    assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected.split(", ")));
  }

  private static List<String> fields(String words) {
    var typed = Typed.in("x.plan.yaml", PLAN);
    var judged = typed.draft().meaning(typed.draft().judged());
    var page = new Typed(judged, PLAN.indexOf(words) + 1).hover();
    return FIELD.matcher(page).results().map(found -> found.group(1)).collect(Collectors.toList());
  }
}
