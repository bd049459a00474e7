package org.planlock.plan.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;

/** What small trees say at a path with wildcards, and on each way to say something. */
final class PlanTreeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          validate: {scheme: k}                      | validate.scheme | STATED validate.scheme
          models: []                                 | penalty.family  | MISSING penalty.family
          models: {not_applicable: only a survey}    | penalty.family  | NOT_APPLICABLE models
          models: [{name: m}]                        | penalty.family  | MISSING penalty.family
          models: [{name: m, penalty: later}]        | penalty.family  | MISSING penalty.family
          models: [{name: m, penalty: {family: none}}]  | penalty.lambda | NOT_APPLICABLE penalty.family
          models: [{name: m, penalty: {family: none}}]  | penalty.family | STATED penalty.family
          models: [{name: m, penalty: {family: ridge}}] | penalty.lambda | MISSING penalty.lambda
          list: [a, {name: b}]                       | list[key]       | NOT_NEEDED list
          list: [a, {name: b, key: 1}]               | list[key]       | STATED list.b
          list: [a]                                  | list.*          | STATED list.item
          list: []                                   | list.*          | STATED list
          list: []                                   | list[+key]      | MISSING list[key]
          list: word                                 | list.*          | STATED list
          list: word                                 | list.*.key      | MISSING list.key
          other: 1                                   | list.*.key      | MISSING list
          """)
  void saysWhatStandsAtAPath(String text, String path, String said) {
    assertThat(said(text, Set.of(), path)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          data: {columns: [{name: a}]}             | y  | MISSING data.columns.y.items
          data: {columns: [{name: y}]}             | y  | MISSING data.columns.y.items
          data: {columns: [{name: y, items: 20}]}  | y  | STATED data.columns.y.items
          data: {tables: []}                       | y  | MISSING data.columns.y.items
          data: {columns: [{name: y, items: 20}]}  | '' | MISSING data.columns
          data: {tables: []}                       | '' | MISSING data.columns
          """)
  void theColumnsOfAnOutcomeMustBeThere(String text, String outcome, String said) {
    var outcomes = outcome.isEmpty() ? Set.<String>of() : Set.of(outcome);
    assertThat(said(text, outcomes, "data.columns[#outcome].items")).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          by: mean of all                          | by~mean    | STATED by
          by: median                               | by~mean    | MISSING by
          by: [mean]                               | by~mean    | MISSING by
          other: mean                              | by~mean    | MISSING by
          by: {not_applicable: nothing is missing} | na:by      | NOT_APPLICABLE by
          by: mean                                 | na:by      | MISSING by
          by: mean                                 | by!~median | STATED by
          by: median                               | by!~median | MISSING by
          other: mean                              | by!~median | MISSING by
          by: [a, b c]                             | by includes b c | STATED by
          by: [a, b]                               | by includes c   | MISSING by[c]
          by: {not_applicable: nothing}            | by includes c   | NOT_APPLICABLE by
          by: [{in: age >= 18 years}]              | by has threshold     | STATED by
          by: 18 years > age                       | by has threshold     | STATED by
          by: age inside 18 .. 70                  | by has threshold     | STATED by
          by: x > y and p_holm(H1) <= 0.05         | by has threshold     | MISSING by
          by: p_value(H1) <= 0.05 and b >= -1      | by has threshold     | STATED by
          by: {not_applicable: nothing}            | by has threshold     | NOT_APPLICABLE by
          by: [missing(age)]                       | by without threshold | NOT_APPLICABLE by
          by: age < 18                             | by without threshold | MISSING by
          other: missing(age)                      | by without threshold | MISSING by
          {a: 1, b: 2}                             | a & b      | STATED a, STATED b
          a: 1                                     | a & b      | MISSING b
          {a: [], b: [{name: x}]}                  | a covers b | MISSING a
          {b: [{name: x}]}                         | a covers b | MISSING a
          {a: {not_applicable: new}, b: [{name: x}]}     | a covers b | NOT_APPLICABLE a
          {a: [{name: x}], b: [{name: x}, {name: y}]}    | a covers b | MISSING a.y
          {a: [{name: x}, {name: y}], b: [{name: x}]}    | a covers b | ''
          """)
  void eachWayHasItsOwnMeaning(String text, String way, String said) {
    assertThat(phrase(Way.parse(way).in(tree(text, Set.of())))).isEqualTo(said);
  }

  @Test
  void aWayThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> Way.parse("a hides b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("`hides`");
  }

  private static String said(String text, Set<String> outcomes, String path) {
    return phrase(tree(text, outcomes).at(path));
  }

  private static String phrase(java.util.List<Said> all) {
    return all.stream().map(one -> one.kind() + " " + one.path()).collect(Collectors.joining(", "));
  }

  private static PlanTree tree(String text, Set<String> outcomes) {
    var root = new YamlPlanReader().read(SourceFile.of("part.yaml", text + "\n")).orThrow();
    return new PlanTree(root, outcomes);
  }
}
