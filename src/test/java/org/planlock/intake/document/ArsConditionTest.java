package org.planlock.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.intake.json.JsonText;
import org.planlock.intake.json.JsonValue;

class ArsConditionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "X|EQ|\"Y\"|X == \"Y\"",
        "X|NE|\"Y\"|X != \"Y\"",
        "X|IN|\"A\", \"B\"|X in (\"A\", \"B\")",
        "X|NOTIN|\"A\", \"B\"|not X in (\"A\", \"B\")",
        "X|GT|\"2\"|X > 2",
        "X|GE|2|X >= 2",
        "X|LT|\"-2.5\"|X < -2.5",
        "X|LE|2|X <= 2",
        "X|EQ|\"2\"|",
        "X|EQ|\"A\", \"B\"|",
        "X|IN|\"A\", \"2\"|",
        "X|GT|\"many\"|",
        "X|GT|1, 2|",
        "X|GT|1e99|",
        "X|LIKE|\"A\"|",
        "X|EQ||",
        "X|EQ|\"a\\\"b\"|",
        "X|EQ|{}|",
        "X Y|EQ|\"Y\"|",
        "not|EQ|\"Y\"|"
      })
  void saysWhatTheClauseSaysOrNothing(String variable, String word, String values, String said) {
    var clause =
        "{\"condition\": {\"variable\": \"%s\", \"comparator\": \"%s\", \"value\": [%s]}}"
            .formatted(variable, word, values == null ? "" : values);
    assertThat(new ArsCondition(List.of()).of(json(clause)).orElse(null)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OR|(X == \"Y\") or (X == \"Y\")",
        "AND|(X == \"Y\") and (X == \"Y\")",
        "NOT|",
        "XOR|"
      })
  void joinsClauses(String operator, String said) {
    assertThat(
            new ArsCondition(List.of()).of(compound(operator, CLAUSE + ", " + CLAUSE)).orElse(null))
        .isEqualTo(said);
  }

  @Test
  void turnsOneClauseAround() {
    assertThat(new ArsCondition(List.of()).of(compound("NOT", CLAUSE)))
        .contains("not (X == \"Y\")");
    assertThat(new ArsCondition(List.of()).of(compound("AND", CLAUSE))).contains("X == \"Y\"");
    assertThat(new ArsCondition(List.of()).of(compound("AND", CLAUSE + ", {}"))).isEmpty();
  }

  @Test
  void followsReferencesButNotInCircles() {
    var set =
        json(
            "{\"id\": \"A\", \"condition\": {\"variable\": \"X\", \"comparator\": \"EQ\", \"value\": [\"Y\"]}}");
    var circle =
        json(
            "{\"id\": \"C\", \"compoundExpression\": {\"logicalOperator\": \"AND\", \"whereClauses\": [{\"subClauseId\": \"C\"}]}}");
    var sets = new ArsCondition(List.of(set, circle));
    assertThat(sets.of(compound("AND", "{\"subClauseId\": \"A\"}"))).contains("X == \"Y\"");
    assertThat(sets.of(circle)).isEmpty();
    assertThat(sets.of(compound("AND", "{\"subClauseId\": \"Z\"}"))).isEmpty();
  }

  private static final String CLAUSE =
      "{\"condition\": {\"variable\": \"X\", \"comparator\": \"EQ\", \"value\": [\"Y\"]}}";

  private static JsonValue compound(String operator, String clauses) {
    return json(
        "{\"compoundExpression\": {\"logicalOperator\": \"%s\", \"whereClauses\": [%s]}}"
            .formatted(operator, clauses));
  }

  private static JsonValue json(String text) {
    return JsonText.read("a", text.getBytes(StandardCharsets.UTF_8)).orThrow();
  }
}
