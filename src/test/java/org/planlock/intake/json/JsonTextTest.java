package org.planlock.intake.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;

class JsonTextTest {
  private static final String GOOD =
      """
      {"text": "a \\"b\\" \\u00e9\\n", "numbers": [0, -1.5e+3, 12345678901234567890],
       "truth": [true, false, null], "empty": [{}, [], ""]}
      """;

  @Test
  void readsEveryKindOfValueWithItsPlace() {
    var value = read(GOOD).orThrow();
    assertThat(value.get("text").flatMap(JsonValue::text)).contains("a \"b\" é");
    assertThat(value.get("numbers").orElseThrow().items())
        .extracting(it -> it.scalar().orElseThrow())
        .containsExactly("0", "-1.5e+3", "12345678901234567890");
    assertThat(value.get("truth").orElseThrow().items())
        .extracting(it -> it.scalar().orElse("nothing"))
        .containsExactly("true", "false", "nothing");
    assertThat(value.get("empty").orElseThrow().items()).allMatch(JsonValue::isEmpty);
    assertThat(value.get("truth").orElseThrow().written()).isEqualTo("[true, false, null]");
    assertThat(value.get("truth").orElseThrow().span().line()).isEqualTo(2);
    assertThat(value.fields()).hasSize(4);
    assertThat(value.text()).isEmpty();
    assertThat(value.get("text").orElseThrow().get("x")).isEmpty();
    assertThat(value.get("text").orElseThrow().fields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1,}|1:9",
        "{\"a\" 1}|1:6",
        "{a: 1}|1:2",
        "[1 2]|1:4",
        "[1,, 2]|1:4",
        "[01]|1:2",
        "[1.]|1:2",
        "[.5]|1:2",
        "[+1]|1:2",
        "[NaN]|1:2",
        "[nul]|1:2",
        "[True]|1:2",
        "\"abc|1:1",
        "[\"\\x\"]|1:3",
        "[\"\\u12\"]|1:3",
        "{} {}|1:4",
        "|a",
        "{\"a\": |1:6",
        "[|1:2",
        "// comment|1:1"
      })
  void everyMistakeHasItsPlace(String text, String place) {
    var found = read(text == null ? "" : text).diagnostics();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).rule()).isEqualTo(Rule.JSON_UNREADABLE);
    assertThat(found.get(0).span().place()).endsWith(place);
  }

  @Test
  void noNameStandsTwice() {
    var found = read("{\"a\": 1, \"b\": {\"a\": 1, \"a\": 2}}").diagnostics();
    assertThat(found).extracting(it -> it.rule()).containsExactly(Rule.DUPLICATE_KEY);
    assertThat(found.get(0).span().text()).isEqualTo("\"a\":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void depthIsLimited(String opening) {
    assertThat(read(opening.repeat(100_000)).diagnostics())
        .extracting(it -> it.rule())
        .containsExactly(Rule.TOO_DEEP);
  }

  @Test
  void controlCharactersAndOtherEncodingsAreRefused() {
    assertThat(read("[\"a\u0000\"]").diagnostics())
        .extracting(it -> it.rule())
        .containsExactly(Rule.JSON_UNREADABLE);
    for (var charset : Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16).toList()) {
      assertThat(JsonText.read("a", "[\"é\"]".getBytes(charset)).diagnostics())
          .extracting(it -> it.rule())
          .containsExactly(Rule.NOT_UTF8);
    }
  }

  @Test
  void lineEndsAndByteOrderMarksMeanNothing() {
    assertThat(read("\uFEFF[1,\r\n2]").orThrow().items()).hasSize(2);
  }

  @Test
  void aCutTextIsNeverAValue() {
    var text = GOOD.strip();
    IntStream.range(0, text.length())
        .forEach(end -> assertThat(read(text.substring(0, end)).isSound()).as("%d", end).isFalse());
  }

  private static Checked<JsonValue> read(String text) {
    return JsonText.read("a", text);
  }
}
