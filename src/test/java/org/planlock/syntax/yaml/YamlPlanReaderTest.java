package org.planlock.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Checked;
import org.planlock.source.SourceFile;
import org.planlock.syntax.PlanNode;

class YamlPlanReaderTest {
  @Test
  void readsTheCompletePlan() throws IOException {
    try (var stream =
        YamlPlanReaderTest.class.getResourceAsStream("/targets/ketamine-ptsd.plan.yaml")) {
      var plan = read(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).orThrow();
      assertThat(plan.entries()).hasSize(26);
      var models = (PlanNode.Sequence) plan.get("models").orElseThrow();
      assertThat(models.items()).hasSize(4);
      assertThat(models.items().get(0).span().text()).startsWith("{name: drug_agnostic");
    }
  }

  @ParameterizedTest
  @CsvSource({"no", "010", "12:30:45", "2026-11-21", "~", "null", "1e-6", "0x1F", ".inf", "1_000"})
  void keepsPlainScalarsAsTheTextThatWasWritten(String text) {
    assertThat(read("a: " + text).orThrow().get("a").map(node -> ((PlanNode.Scalar) node).text()))
        .contains(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      a: &x 1\\nb: *x               | S104 | 1:4
      a: 1\\na: 2                   | S103 | 2:1
      a: 1\\n"a": 2                 | S103 | 2:1
      <<: {a: 1}                    | S106 | 1:1
      a: !!set {x}                  | S105 | 1:4
      a: !local x                   | S105 | 1:4
      !%+2                          | S105 | 1:1
      a: 1\\n---\\nb: 2             | S111 | 2:1
      a:\\n\\tb: 1                  | S116 | 2:1
      a: 'x\\nb: 1                  | S102 | 1:4
      a: "x\\nb: "y"                | S102 | 1:4
      a: [1, 2\\nb: 3               | S102 | 1:4
      a: {b: 1                      | S102 | 1:4
      a: {b: 1,                     | S102 | 1:4
      a: [                          | S102 | 1:4
      a:\\n  - {b: [1], c: {d: [e, | S102 | 2:21
      a:\\nb: 1                     | S117 | 1:1
      аlpha: 1                      | S110 | 1:1
      "a": "x\\u200by"              | S110 | 1:6
      a: "\\ud800"                  | S110 | 1:4
      ? [a]\\n: b                   | S101 | 1:3
      [a, b]                        | S112 | 1:1
      text                          | S112 | 1:1
      # only this                   | S112 | 1:1
      a: b: c                       | S101 | 1:5
      """)
  void saysWhatIsWrongAndWhere(String text, String code, String place) {
    var found = read(text.replace("\\n", "\n").replace("\\t", "\t")).diagnostics().get(0);
    assertThat(found.rule().code() + " " + found.span().line() + ":" + found.span().column())
        .isEqualTo(code + " " + place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a: {b: 1, | {", "a: { | {", "a: [b, | [", "a: [{b: c}, [ | [", "a: [{b: c, | {"})
  void namesTheBracketThatIsOpen(String text, String bracket) {
    var found = read(text).diagnostics().get(0);
    assertThat(found.message()).isEqualTo("this `" + bracket + "` is never closed");
    assertThat(found.span().text()).isEqualTo(bracket);
    assertThat(found.span().start()).isEqualTo(text.lastIndexOf(bracket));
  }

  @Test
  void namesBothLinesOfADuplicate() {
    assertThat(read("a: 1\nb: 2\na: 3").diagnostics().get(0).message())
        .isEqualTo("the key `a` stands on line 1 and on line 3");
  }

  @Test
  void countsPlacesInCodePoints() {
    var found = read("a: \"🧠🧠\"\nb: &x 1").diagnostics().get(0);
    assertThat(found.span().column()).isEqualTo(4);
  }

  private static Checked<PlanNode.Mapping> read(String text) {
    return new YamlPlanReader().read(SourceFile.of("test.yaml", text));
  }
}
