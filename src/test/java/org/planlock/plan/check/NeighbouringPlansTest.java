package org.planlock.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;

/** A mistake is found in every form, and what lies just beside it is none. */
final class NeighbouringPlansTest {
  private static final String HEAD =
      """
      planlock: 1
      plan: {id: trial}
      data:
        tables: [{name: people, file: people.csv, key: [id]}]
        columns:
          - {name: y, table: people, type: number, range: [0, 80], unit: points}
          - {name: age, table: people, type: number, range: [18, 70], unit: years}
          - {name: bmi, table: people, type: number}
          - {name: note, table: people, type: text}
          - {name: vas_t0, table: people, type: number}
          - {name: vas_t1, table: people, type: number}
          - {name: vas_t2, table: people, type: number}
          - {name: vas_early, table: people, type: number}
          - {name: vas_late, table: people, type: number}
      """;
  private static final String MODEL = "models: [{name: m1, outcome: y, terms: [age, bmi]}]\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      bmi > 30 | bmi < 20 | true
      30 < bmi | 20 > bmi | true
      bmi > 30 | bmi <= 30 | true
      bmi >= 30 | bmi < 30 | true
      30 <= bmi | 30 >= bmi | false
      bmi > 20 and bmi < 40 | bmi > 30 and bmi < 35 | false
      bmi > 20 and bmi < 40 | bmi > 40 | true
      bmi > 20 and bmi >= 20 | bmi < 40 and bmi <= 40 | false
      bmi > -3 | bmi < -4 | true
      bmi > 30 or y > 3 | bmi < 20 | false
      bmi > 30 | y < 20 | false
      bmi = 30 | bmi = 20 | false
      bmi > vas_t0 | bmi < vas_t0 | false
      3 > 2 | bmi > 3 | false
      bmi >= 20 and bmi > 20 | bmi <= 40 and bmi < 40 | false
      bmi >= 20 and bmi > 20 | bmi <= 20 | true
      bmi <= 20 and bmi < 20 | bmi >= 20 | true
      """)
  void rulesThatNobodyCanMeetAreFound(String one, String other, boolean found) {
    var rules =
        "sample:\n  rules:\n    - {include: \"%s\", because: a}\n    - {include: \"%s\", because: b}\n";
    assertThat(codes(rules.formatted(one, other) + MODEL).contains("P261")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      bmi <= 30 | bmi <= 30 | true
      bmi >= 30 | bmi >= 30 | true
      bmi < 30  | bmi <= 30 | false
      bmi > 30  | bmi >= 30 | false
      """)
  void whatIsLeftOutCannotBeAskedFor(String exclude, String include, boolean found) {
    var rules =
        "sample:\n  rules:\n    - {exclude: \"%s\", because: a}\n    - {include: \"%s\", because: b}\n";
    assertThat(codes(rules.formatted(exclude, include) + MODEL).contains("P261")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      bmi inside 5 .. 1    | true
      bmi outside 5 .. -1  | true
      bmi inside -1 .. 1   | false
      bmi inside 3 .. 3    | false
      bmi inside 1 .. y    | false
      bmi inside y .. 1    | false
      """)
  void aRangeNeedsANumberInIt(String condition, boolean found) {
    var rules = "sample:\n  rules:\n    - {include: \"%s\", because: a}\n";
    assertThat(codes(rules.formatted(condition) + MODEL).contains("P260")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      log_spaced    | max | 0.01 * max | false
      log_spaced    | max | 0 * max    | true
      evenly_spaced | max | 0 * max    | false
      evenly_spaced | 4   | -1         | true
      log_spaced    | 4   | 4          | true
      log_spaced    | 4   | 0.01 * max | false
      log_spaced    | 0   | 0.01 * max | true
      """)
  void strengthsFallAndStayAboveZero(String spacing, String from, String to, boolean found) {
    var penalty =
        "penalty:\n  family: elastic_net\n  l1_ratio: [0.5]\n"
            + "  lambda: {values: 5, spacing: %s, from: %s, to: %s}\n";
    assertThat(codes(penalty.formatted(spacing, from, to) + MODEL).contains("P272"))
        .isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "max, 0.01 * max, true",
    "4, 0.01 * max, true",
    "max, 0.1, true",
    "4, 0.1, false",
  })
  void aPartOfTheLargestStrengthNeedsTheLargest(String from, String to, boolean found) {
    var penalty =
        "penalty:\n  family: elastic_net\n  l1_ratio: [0.5]\n"
            + "  lambda: {values: 5, spacing: log_spaced, from: %s, to: %s}\n"
            + "  lambda_max: {not_applicable: values are given}\n";
    assertThat(codes(penalty.formatted(from, to) + MODEL).contains("P273")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      vas_t1 - vas_t0                   | vas_t0    | P245
      vas_t1 - vas_t0                   | vas_t1    | P244
      vas_t2 - (vas_t1 + vas_t0) / 2    | vas_t0    | P245
      vas_t2 - (vas_t1 + vas_t0) / 2    | vas_t2    | P244
      vas_t1 - vas_t0                   | bmi       | ''
      y - vas_t1                        | bmi       | ''
      vas_t1 - note_t0                  | bmi       | ''
      vas_t1 - vas_t0_b                 | bmi       | ''
      vas_pre - bmi_pre                 | bmi_pre   | P244
      vas_pre - bmi                     | bmi       | P245
      vas_post - bmi                    | bmi       | P245
      """)
  void theBaselineOfTheOutcomeIsANoteAndItsFollowUpAMistake(
      String value, String term, String code) {
    var plan =
        "variables:\n  - {name: change, role: outcome, value: \"%s\", unit: points}\n"
            + "models: [{name: m1, outcome: change, terms: [age, %s]}]\n";
    var found = codes(plan.formatted(value, term));
    found.retainAll(Set.of("P244", "P245"));
    assertThat(found).isEqualTo(code.isEmpty() ? Set.of() : Set.of(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      {step: 1, scale: [bmi], to: z(sd n), using: analysis_set}          | k_fold 5 | true
      {step: 1, scale: [bmi], to: none, using: analysis_set}             | k_fold 5 | false
      {step: 1, scale: [bmi], to: z(sd n), using: training_fold}         | k_fold 5 | false
      {step: 1, scale: [bmi], to: z(sd n), using: analysis_set}          | none     | false
      {step: 1, impute: [bmi], by: median, using: analysis_set}          | k_fold 5 | true
      {step: 1, impute: [bmi], by: mean, using: enrolled}                | k_fold 5 | true
      {step: 1, impute: [bmi], by: constant 0, using: analysis_set}      | k_fold 5 | false
      {step: 1, impute: [bmi], by: complete_case, using: analysis_set}   | k_fold 5 | false
      """)
  void onlyWhatLearnsCanLeak(String step, String scheme, boolean found) {
    var plan = "prepare:\n  - name: main\n    steps: [%s]\nvalidate: {scheme: %s}\n";
    assertThat(codes(plan.formatted(step, scheme) + MODEL).contains("P231")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"k_fold 5, 5, false", "k_fold 6, 5, true", "leave_one_out, 5, false"})
  void moreFoldsThanParticipantsCannotBe(String scheme, int target, boolean found) {
    var plan = "sample: {target: %d enrolled}\nvalidate: {scheme: %s}\n";
    assertThat(codes(plan.formatted(target, scheme) + MODEL).contains("P268")).isEqualTo(found);
  }

  private static Set<String> codes(String text) {
    return new YamlPlanReader()
            .read(SourceFile.of("trial.yaml", HEAD + text))
            .then(PlanBinder::bind)
            .map(PlanChecks::all)
            .orThrow()
            .stream()
            .map(found -> found.rule().code())
            .collect(Collectors.toSet());
  }
}
